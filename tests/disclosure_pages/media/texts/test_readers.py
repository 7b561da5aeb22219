"""What is read of each kind of file, and what is said about the rest."""

from __future__ import annotations

import io

import pytest

from disclosure_pages.media.texts.parts import Part, from_json, to_json
from disclosure_pages.media.texts.readers import read_file
from tests.factories.files import docx_bytes, pdf_bytes, xlsx_bytes, zip_bytes
from tests.factories.media import picture_bytes

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
LINE = "0 0 m 100 100 l S " * 10


def read(extension: str, content: bytes) -> list[tuple[str, str]]:
    """Where and what was read, and where and why something was not; empty texts left out."""
    items = list(read_file(extension, io.BytesIO(content)))
    assert [from_json(to_json(item)) for item in items] == items
    said = [(item.where, item.text.strip() if isinstance(item, Part) else item.reason) for item in items]
    return [("/".join(f"{kind} {name}" for kind, name in where), words) for where, words in said if words]


def word(body: str, **more: str) -> bytes:
    parts = {"word/document.xml": body, **{f"word/{name}.xml": text for name, text in more.items()}}
    return docx_bytes(more={name: f'<w:document xmlns:w="{W}">{text}</w:document>' for name, text in parts.items()})


def test_pdf_is_read_page_by_page() -> None:
    assert read("pdf", pdf_bytes("first 123", "second")) == [("page 1", "first 123"), ("page 2", "second")]


def test_page_without_text_is_named_and_an_empty_page_is_not() -> None:
    assert read("pdf", pdf_bytes("first", "", drawing=LINE)) == [("page 1", "first"), ("page 2", "picture")]
    assert read("pdf", pdf_bytes("first", "")) == [("page 1", "first")]


def test_word_joins_runs_and_reads_notes_and_deleted_text() -> None:
    run, note = "<w:r><w:t>%s</w:t></w:r>", "<w:p><w:t>%s</w:t></w:p>"
    body = f"<w:p>{run % 430102}{run % 1990}</w:p><w:p><w:delText>旧</w:delText></w:p>"
    content = word(body, header1=note % "页眉", comments=note % "批注")
    assert read("docx", content) == [("", "4301021990\n旧"), ("", "页眉"), ("", "批注")]


def test_picture_in_a_document_is_named() -> None:
    text = f'<w:p xmlns:w="{W}"><w:t>甲</w:t></w:p>'
    content = docx_bytes(more={"word/document.xml": text, "word/media/image1.png": picture_bytes()})
    assert read("docx", content) == [("", "甲"), ("", "picture")]


def test_table_in_a_document_is_read_as_well() -> None:
    content = docx_bytes(more={"word/embeddings/表.xlsx": xlsx_bytes({"名单": [["张某", 13812345678]]})})
    assert read("docx", content) == [("member 表.xlsx/sheet 名单", "张某\t13812345678")]


def test_every_sheet_is_read_hidden_ones_too() -> None:
    content = xlsx_bytes({"甲": [["姓名", None, 13812345678.0], ["乙", True]], "密": [["丙"]]}, hidden="密")
    assert read("xlsx", content) == [("sheet 甲", "姓名\t\t13812345678\n乙\tTrue"), ("sheet 密", "丙")]


def test_slides_and_notes_are_read() -> None:
    slide = f'<p xmlns:a="{A}"><a:p><a:r><a:t>%s</a:t></a:r></a:p></p>'
    content = zip_bytes({"ppt/slides/slide2.xml": slide % "正文", "ppt/notesSlides/notesSlide2.xml": slide % "备注"})
    assert read("pptx", content) == [("slide 2", "正文"), ("slide 2", "备注")]


def test_opendocument_is_read() -> None:
    text = '<d xmlns:text="t"><text:h>一</text:h><text:p>电话<text:span>138</text:span>1234</text:p></d>'
    assert read("odt", zip_bytes({"content.xml": text, "meta.xml": "<m/>"})) == [("", "一\n电话1381234")]


def test_ofd_is_read_page_by_page() -> None:
    page = '<p xmlns:ofd="o"><ofd:TextObject><ofd:TextCode>第一行</ofd:TextCode></ofd:TextObject></p>'
    content = zip_bytes({"OFD.xml": "<o/>", "Doc_0/Pages/Page_0/Content.xml": page})
    assert read("ofd", content) == [("page 1", "第一行")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_text_is_read_in_its_encoding(encoding: str) -> None:
    assert read("txt", "姓名：张某".encode(encoding)) == [("", "姓名：张某")]


def test_archive_is_read_member_by_member() -> None:
    inner = {
        "a/甲.txt": "甲",
        "b.pdf": pdf_bytes("x"),
        "c.doc": b"\xd0\xcf",
        "d.png": picture_bytes(),
        "e.zip": zip_bytes({}),
    }
    assert read("zip", zip_bytes(inner)) == [
        ("member a/甲.txt", "甲"),
        ("member b.pdf/page 1", "x"),
        ("member c.doc", "kind"),
        ("member d.png", "picture"),
        ("member e.zip", "kind"),
    ]


@pytest.mark.parametrize(
    ("extension", "reason"),
    [("doc", "kind"), ("wps", "kind"), ("jpg", "picture"), ("mp4", "recording"), ("exe", "kind"), ("", "kind")],
)
def test_kind_without_readable_text_says_so(extension: str, reason: str) -> None:
    assert read(extension, b"whatever 13812345678") == [("", reason)]


@pytest.mark.parametrize("extension", ["pdf", "docx", "xlsx", "pptx", "odt", "ofd", "zip"])
def test_damaged_file_says_so_and_raises_nothing(extension: str) -> None:
    where = "member " if extension == "zip" else ""
    assert read(extension, b"no such file") == [(where, "damaged")]


def test_entities_of_xml_are_not_expanded() -> None:
    bomb = f'<!DOCTYPE d [<!ENTITY a "aaaa">]><w:p xmlns:w="{W}"><w:t>&a;</w:t></w:p>'
    assert read("docx", docx_bytes(more={"word/document.xml": bomb})) == [("", "damaged")]
