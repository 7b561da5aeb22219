"""Copies read by readers that did not write them: bytes, parts, streams, metadata, text layer, revisions."""

import io
import re
import zipfile

import docx
import pdfplumber
import pypdfium2
import pytest
from pypdf import PdfReader
from pypdf.generic import IndirectObject, StreamObject

from plugins.contrib.requests.redaction import AreaMark, WordMark, redact

from .files import NAME, PHONE, full_docx, full_pdf, revised_pdf, scanned_pdf

MARKS = [WordMark(NAME, "refused_third_party"), WordMark(PHONE, "refused_law")]
FORMS = [
    form
    for words in (NAME, PHONE)
    for encoding in ("utf-8", "utf-16-be", "utf-16-le", "gb18030")
    for plain in [words.encode(encoding)]
    for form in (plain, plain.hex().encode(), plain.hex().upper().encode())
]


def holding(content):
    """Places of ``content`` in which a word stands in any encoding."""
    return [form for form in FORMS if form in content]


def streams_of(content):
    reader = PdfReader(io.BytesIO(content))
    numbers = [number for table in reader.xref.values() for number in table]
    items = [reader.get_object(IndirectObject(number, 0, reader)) for number in numbers]
    return [item.get_data() for item in items if isinstance(item, StreamObject)]


@pytest.fixture(scope="module")
def pdf():
    return redact(full_pdf(), MARKS)


@pytest.fixture(scope="module")
def word():
    return redact(full_docx(), MARKS)


def test_samples_hold_the_words_everywhere():
    """Else the tests below would prove nothing."""
    with zipfile.ZipFile(io.BytesIO(full_docx())) as archive:
        assert [name for name in archive.namelist() if holding(archive.read(name)) or holding(name.encode())] == [
            "word/_rels/document.xml.rels",
            *(f"word/{kind}.xml" for kind in ("document", "styles", "footnotes", "header")),
            *("docProps/core.xml", "docProps/app.xml", "docProps/thumbnail.jpeg", "customXml/item1.xml"),
            *("word/comments.xml", "word/embeddings/book.xlsx", f"word/media/{PHONE}.png"),
        ]
    assert holding(full_pdf())
    assert any(map(holding, streams_of(full_pdf())))


def test_docx_holds_the_words_in_no_part(word):
    assert holding(word.content) == []
    with zipfile.ZipFile(io.BytesIO(word.content)) as archive:
        assert archive.comment == b""
        assert {name: holding(archive.read(name)) for name in archive.namelist()} == {
            "[Content_Types].xml": [],
            "_rels/.rels": [],
            "word/_rels/document.xml.rels": [],
            "word/document.xml": [],
            "word/styles1.xml": [],
            "word/footnotes2.xml": [],
            "word/header3.xml": [],
            "word/footer4.xml": [],
        }


def test_docx_shows_blocks_where_the_words_were_split_over_runs(word):
    document = docx.Document(io.BytesIO(word.content))
    assert [paragraph.text for paragraph in document.paragraphs if paragraph.text] == [
        "申请人■■■〔1〕，电话■■■〔2〕。",
        "新添一句。",
        "批注处",
        "域的结果",
        "控件里的字",
        "文本框里的■■■〔1〕",
        "见注",
    ]
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [["姓名", "■■■〔1〕"]]
    assert document.sections[0].header.paragraphs[0].text == "■■■〔1〕案"
    assert word.found == (5, 1)


def test_docx_has_no_revision_comment_bookmark_or_field_left(word):
    text = zipfile.ZipFile(io.BytesIO(word.content)).read("word/document.xml").decode()
    names = set(re.findall(r"<w:(\w+)", text))
    assert names == {"document", "body", "p", "pPr", "pStyle", "r", "rPr", "b", "t", "tbl", "tr", "trPr", "tc"} - {
        "trPr"
    } | {
        "footnoteReference",
        "sectPr",
        "headerReference",
        "footerReference",
    }


def test_docx_still_counts_its_pages(word):
    footer = zipfile.ZipFile(io.BytesIO(word.content)).read("word/footer4.xml").decode()
    assert 'w:fldSimple w:instr="PAGE"' in footer
    assert ">7<" not in footer


def test_pdf_holds_the_words_in_no_byte_or_stream(pdf):
    assert holding(pdf.content) == []
    assert list(map(holding, streams_of(pdf.content))) == [[]] * 5


def test_pdf_has_pages_pictures_and_a_font_only(pdf):
    reader = PdfReader(io.BytesIO(pdf.content))
    assert (set(reader.root_object), reader.metadata, reader.outline, reader.attachments) == (
        {"/Type", "/Pages"},
        None,
        [],
        {},
    )
    assert {key for page in reader.pages for key in page} == {
        "/Type",
        "/Parent",
        "/MediaBox",
        "/Resources",
        "/Contents",
    }
    assert (pdf.content.count(b"%%EOF"), reader.xmp_metadata) == (1, None)


@pytest.mark.parametrize("read", ["pypdf", "pdfplumber", "pdfium"])
def test_pdf_has_blocks_and_all_other_words_in_its_text_layer(pdf, read):
    texts = {
        "pypdf": lambda: [page.extract_text() for page in PdfReader(io.BytesIO(pdf.content)).pages],
        "pdfplumber": lambda: [page.extract_text() for page in pdfplumber.open(io.BytesIO(pdf.content)).pages],
        "pdfium": lambda: [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf.content)],
    }[read]()
    assert ["".join(text.split()) for text in texts] == [
        "关于■■■申请的材料申请人■■■，联系电话■■■，住在青石街。材料写明■■■■■■在场并签字附件",
        "第二页写着别的事情，一共一百二十元。",
    ]


def test_pdf_covered_before_does_not_give_its_covered_words_away(pdf):
    """Somebody had painted a bar above “早先盖住的字”: the text was still in the file."""
    assert "早先盖住的字" in PdfReader(io.BytesIO(full_pdf())).pages[0].extract_text()
    assert "早先" not in PdfReader(io.BytesIO(pdf.content)).pages[0].extract_text()


def test_pdf_is_not_larger_than_its_source(pdf):
    assert len(pdf.content) < len(full_pdf())


def test_former_version_of_a_pdf_is_gone():
    source = revised_pdf()
    copy = redact(source, MARKS).content
    assert (source.count(b"%%EOF"), copy.count(b"%%EOF")) == (2, 1)
    assert (bool(holding(source)), holding(copy)) == (True, [])


def test_area_of_a_scanned_page_is_one_colour():
    copy = redact(scanned_pdf(), [AreaMark(1, 8, 5, 60, 15, "refused_third_party")])
    picture = pypdfium2.PdfDocument(copy.content)[0].render(scale=2, grayscale=True).to_pil()
    width, height = picture.size
    box = (int(0.09 * width), int(0.06 * height), int(0.34 * width), int(0.19 * height))
    assert picture.crop(box).getextrema()[1] < 16
    assert copy.found == (1,)


def test_area_takes_the_words_below_it_too():
    copy = redact(full_pdf(), [AreaMark(2, 0, 0, 100, 100, "refused_internal")])
    assert PdfReader(io.BytesIO(copy.content)).pages[1].extract_text().strip() == "■■■"


def test_words_of_a_turned_page_are_painted_where_they_are_seen():
    from pypdf import PdfWriter

    from .files import written

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(full_pdf())))
    writer.pages[0].rotate(90)
    copy = redact(written(writer), MARKS)
    assert copy.found == (3, 1)
    assert "".join(PdfReader(io.BytesIO(copy.content)).pages[0].extract_text().split()).count("■■■") >= 4
