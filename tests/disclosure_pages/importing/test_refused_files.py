"""What cannot be read is refused by its content, with a sentence about what to do."""

import io

import docx
import pytest
from PIL import Image

from disclosure_pages.importing.reading import Unreadable, read_document
from tests.factories.files import docx_bytes, zip_bytes
from tests.factories.official_documents import NOTICE, make_docx, make_pdf, make_text, saved

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _picture() -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (8, 8)).save(stream, "PNG")
    return stream.getvalue()


def _scan() -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (60, 80)).save(stream, "PDF")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"  \n ", "empty"),
        (zip_bytes({"OFD.xml": "<OFD/>"}), "ofd"),
        (
            zip_bytes({"content.xml": "<office/>", "mimetype": "application/vnd.oasis.opendocument.text"}),
            "open-document",
        ),
        (zip_bytes({"xl/workbook.xml": "<workbook/>"}), "spreadsheet"),
        (zip_bytes({"通知.txt": "通知"}), "archive"),
        (OLE + b"\x00" * 600, "damaged"),
        (b"{\\rtf1 notice}", "rich-text"),
        (b"<html><body>notice</body></html>", "web-page"),
        (_picture(), "picture"),
        (_scan(), "scanned"),
        (b"%PDF-1.7 cut off", "damaged"),
        ("通知".encode("utf-16"), "wrong-encoding"),
        (b"\x00\x01\x02", "unknown"),
        (b"PK\x03\x04 cut off", "damaged"),
        (docx_bytes(more={"word/vbaProject.bin": b"x"}), "macro"),
        (saved(docx.Document()), "no-text"),
    ],
)
def test_file_is_refused(content, code):
    with pytest.raises(Unreadable) as refused:
        read_document(content)

    assert refused.value.code == code
    assert refused.value.message
    assert refused.value.remedy


def test_bomb_is_refused():
    content = docx_bytes(more={"word/media/zeros.bin": b"\x00" * (40 * 1024 * 1024)})

    with pytest.raises(Unreadable) as refused:
        read_document(content)

    assert refused.value.code == "bomb"


@pytest.mark.parametrize(
    ("make", "name"),
    [(make_text, "通知.docx"), (make_docx, "通知.pdf"), (make_docx, "通知.doc"), (make_pdf, "通知.txt")],
)
def test_name_that_does_not_fit_is_refused(make, name):
    with pytest.raises(Unreadable) as refused:
        read_document(make(NOTICE), name=name)

    assert refused.value.code == "disguised"


def test_name_without_an_extension_does_not_matter():
    assert read_document(make_docx(NOTICE), name="通知").format == "docx"
