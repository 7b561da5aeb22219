"""One PDF for each place in which a name can stand: no copy has it in any byte, stream, object or extracted text."""

import io
import re
import shutil
import subprocess
import zlib

import pdfplumber
import pypdfium2
import pytest
from pypdf import PdfReader

from plugins.contrib.requests.redaction import WordMark, redact

from .files import NAME
from .places import LATIN, PDFS, everything_in

MARKS = [WordMark(LATIN, "refused_third_party")]
ENCODINGS = ("utf-8", "utf-16-be", "utf-16-le", "gb18030")
PLAIN = {words.encode(encoding) for words in (LATIN, NAME) for encoding in ENCODINGS}
OCTAL = "".join(f"\\{ord(letter):03o}" for letter in LATIN).encode()
FORMS = {*PLAIN, *(form.hex().encode() for form in PLAIN), *(form.hex().upper().encode() for form in PLAIN), OCTAL}


def holding(parts):
    return {form for form in FORMS for part in parts if form in part}


def inflated(content):
    """What lies between “stream” and “endstream”, found without a reader of PDF."""
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL):
        try:
            yield zlib.decompress(packed)
        except zlib.error:
            yield packed


def readings(content):
    """The texts that four readers extract, without spaces and line breaks."""
    with pdfplumber.open(io.BytesIO(content)) as document:
        texts = ["".join(letter["text"] for page in document.pages for letter in page.chars)]
    texts.append("".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages))
    texts += ["".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content))]
    if shutil.which("pdftotext"):
        run = subprocess.run(["pdftotext", "-", "-"], input=content, capture_output=True, check=True)
        texts.append(run.stdout.decode())
    return ["".join(text.split()) for text in texts]


@pytest.fixture(scope="module", params=PDFS)
def pdf(request):
    source = PDFS[request.param]()
    return source, redact(source, MARKS).content


def test_source_has_the_name_and_its_copy_has_it_nowhere(pdf):
    source, copy = pdf
    assert any(LATIN in text for text in readings(source))
    assert holding([copy, *inflated(copy), *everything_in(copy)]) == set()
    assert [text for text in readings(copy) if LATIN.casefold() in text.casefold()] == []


def test_other_words_of_the_page_stay(pdf):
    assert all("Otherwordsofthepagestayhere" in text for text in readings(pdf[1]))


def test_copy_is_one_version_without_anything_beside_its_pages(pdf):
    reader = PdfReader(io.BytesIO(pdf[1]))
    assert set(reader.root_object) == {"/Type", "/Pages"}
    assert (set(reader.trailer) & {"/Info", "/Prev", "/Encrypt"}, pdf[1].count(b"%%EOF")) == (set(), 1)
    assert [key for page in reader.pages for key in page if key in {"/Annots", "/Metadata", "/PieceInfo"}] == []


@pytest.mark.parametrize("place", ["metadata", "outline and attachment", "field", "objects without a way"])
def test_places_beside_the_pages_had_the_name(place):
    """Else the tests above would prove nothing of them."""
    assert holding(everything_in(PDFS[place]())) - {OCTAL} >= {LATIN.encode(), NAME.encode()}
