"""Uploads are judged by content."""

from __future__ import annotations

import io
import zipfile

import olefile
import pytest
from pypdf import PdfWriter
from pypdf.actions import JavaScript
from pypdf.annotations import Link
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from disclosure_pages.media.inspection import archives
from disclosure_pages.media.inspection.inspect import inspect_file
from disclosure_pages.media.inspection.refusals import FileRefused
from tests.factories.files import DOCX_MAIN, docx_bytes, zip_bytes
from tests.factories.media import picture_bytes

EXTERNAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def refusal(name: str, content: bytes) -> str:
    """Code of the refusal, empty when the file is taken."""
    try:
        inspect_file(name, io.BytesIO(content))
    except FileRefused as error:
        return str(error.code) if all(error.messages) else "without words"
    return ""


def pdf_bytes(writer: PdfWriter | None = None) -> bytes:
    """A PDF of one empty page, or what ``writer`` holds."""
    stream = io.BytesIO()
    pdf = writer or PdfWriter()
    if not len(pdf.pages):
        pdf.add_blank_page(100, 100)
    pdf.write(stream)
    return stream.getvalue()


def pdf_with_action(action: str) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    entry = {NameObject("/S"): NameObject(action), NameObject("/F"): TextStringObject("calc.exe")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(entry)
    return pdf_bytes(writer)


def relations(kind: str, mode: str) -> str:
    target = f'<Relationship Id="r1" Type="{EXTERNAL}/{kind}" Target="http://example.org/t" TargetMode="{mode}"/>'
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{target}</Relationships>'
    )


SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("公告.pdf", pdf_bytes()),
        ("公告.PDF", pdf_bytes()),
        ("公告.docx", docx_bytes()),
        ("公告.ofd", zip_bytes({"OFD.xml": "<OFD/>", "Doc_0/Document.xml": "<Document/>"})),
        ("说明.txt", "一、适用范围 < 三万元".encode()),
        ("说明.txt", "一、适用范围".encode("gb18030")),
        ("表.csv", "\ufeff序号,名称\r\n1,甲\r\n".encode()),
        ("图.jpg", picture_bytes("JPEG")),
        ("图.png", picture_bytes()),
        ("讲解.mp4", b"\x00\x00\x00\x18ftypmp42" + b"\x00" * 40),
        ("录音.mp3", b"ID3\x04\x00" + b"\x00" * 40),
        ("附件.zip", zip_bytes({"一/说明.txt": "说明".encode(), "二.pdf": pdf_bytes()})),
    ],
)
def test_file_that_is_what_it_says_is_taken(name: str, content: bytes) -> None:
    assert refusal(name, content) == ""


@pytest.mark.parametrize("name", ["a.exe", "a.html", "a.svg", "a.docm", "a.js", "a.rar", "无后缀", ".pdf", "a.pdf.exe"])
def test_kind_that_nobody_accepts_is_refused(name: str) -> None:
    assert refusal(name, b"%PDF-1.7") == "kind"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"MZ\x90\x00" + b"\x00" * 60),
        ("a.pdf", b"<html><script>alert(1)</script></html>"),
        ("a.docx", pdf_bytes()),
        ("a.docx", zip_bytes({"a.txt": "x"})),
        ("a.docx", docx_bytes(SHEET)),
        ("a.ofd", docx_bytes()),
        ("a.doc", docx_bytes()),
        ("a.jpg", picture_bytes("PNG")),
        ("a.png", b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>"),
        ("a.txt", b"MZ\x90\x00\x03\x00\x00\x00"),
        ("a.mp4", b"ID3" + b"\x00" * 20),
        ("a.zip", pdf_bytes()),
    ],
)
def test_disguised_file_is_refused(name: str, content: bytes) -> None:
    assert refusal(name, content) == "disguised"


@pytest.mark.parametrize(
    ("content", "found"),
    [(pdf_bytes(), "pdf"), (docx_bytes(SHEET), "xlsx"), (docx_bytes("x/y"), "zip"), (zip_bytes({"a.txt": "x"}), "zip")],
)
def test_message_of_a_disguised_file_says_what_it_is(content: bytes, found: str) -> None:
    with pytest.raises(FileRefused) as caught:
        inspect_file("预算.docx", io.BytesIO(content))
    assert (caught.value.params["extension"], caught.value.params["found"]) == ("docx", found)
    assert all(word in caught.value.messages[0] for word in ("docx", found))


@pytest.mark.parametrize("text", ["<!DOCTYPE html><p>x", "正文<script>alert(1)</script>", "#!/bin/sh\nrm", "<?php x"])
def test_text_that_something_would_run_is_refused(text: str) -> None:
    assert refusal("a.txt", text.encode()) == "script"


@pytest.mark.parametrize(
    "content",
    [
        docx_bytes("application/vnd.ms-word.document.macroEnabled.main+xml"),
        docx_bytes(more={"word/vbaProject.bin": b"x"}),
        docx_bytes(more={"word/activeX/activeX1.xml": "<a/>"}),
    ],
)
def test_office_file_with_macros_is_refused(content: bytes) -> None:
    assert refusal("a.docx", content) == "macro"


def test_office_file_that_loads_its_template_from_elsewhere_is_refused() -> None:
    bad = docx_bytes(more={"word/_rels/settings.xml.rels": relations("attachedTemplate", "External")})
    link = docx_bytes(more={"word/_rels/document.xml.rels": relations("hyperlink", "External")})
    assert (refusal("a.docx", bad), refusal("a.docx", link)) == ("external", "")


def test_office_file_with_an_entity_bomb_is_refused() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbbbb">]><Types>&b;</Types>'
    assert refusal("a.docx", zip_bytes({"[Content_Types].xml": bomb})) == "damaged"


@pytest.mark.parametrize("action", ["/JavaScript", "/Launch", "/SubmitForm"])
def test_pdf_that_acts_when_opened_is_refused(action: str) -> None:
    assert refusal("a.pdf", pdf_with_action(action)) == "script"


def test_pdf_with_a_script_under_a_disguised_name_is_refused() -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_open_action(JavaScript("app.alert(1)"))
    plain = pdf_bytes(writer)
    assert refusal("a.pdf", plain) == "script"
    assert refusal("a.pdf", plain.replace(b"/JavaScript", b"/J#61vaScript")) == "script"


def test_pdf_with_ordinary_links_is_taken() -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_annotation(0, Link(rect=(0, 0, 50, 50), url="https://example.org/"))
    assert refusal("a.pdf", pdf_bytes(writer)) == ""


def test_encrypted_files_are_refused() -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="RC4-128")
    assert refusal("a.pdf", pdf_bytes(writer)) == "encrypted"
    locked = bytearray(zip_bytes({"a.txt": "x"}))
    locked[6] |= 1
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    assert refusal("a.zip", bytes(locked)) == "encrypted"


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.pdf", b"%PDF-1.7\nnothing"), ("a.docx", docx_bytes()[:200]), ("a.png", picture_bytes()[:60])],
)
def test_broken_file_is_refused(name: str, content: bytes) -> None:
    assert refusal(name, content) == "damaged"


def test_empty_file_is_refused() -> None:
    assert refusal("a.txt", b"") == "empty"


def test_archive_bomb_is_refused_before_it_is_unpacked() -> None:
    assert refusal("a.zip", zip_bytes({"a.txt": b" " * (archives.RATIO_COUNTS_FROM + 1)})) == "bomb"


def test_archive_with_too_many_files_is_refused() -> None:
    assert (
        refusal("a.zip", zip_bytes({f"{number}.txt": "x" for number in range(archives.MAX_ENTRIES + 1)})) == "entries"
    )


@pytest.mark.parametrize("path", ["../a.txt", "/etc/a.txt", "C:/a.txt", "..\\a.txt"])
def test_archive_that_would_write_elsewhere_is_refused(path: str) -> None:
    assert refusal("a.zip", zip_bytes({path: "x"})) == "path"


@pytest.mark.parametrize("name", ["程序.exe", "里面.zip", "页.html"])
def test_archive_with_a_refused_member_is_refused(name: str) -> None:
    assert refusal("a.zip", zip_bytes({"好.txt": "x", name: zip_bytes({})})) == "member"


def test_member_names_written_on_chinese_windows_are_read() -> None:
    entry = zipfile.ZipInfo("说明.txt".encode("gb18030").decode("cp437"))
    assert archives.readable_name(entry) == "说明.txt"


def test_compound_file_without_a_main_stream_is_refused() -> None:
    assert refusal("a.doc", olefile.MAGIC + b"\x00" * 2000) == "damaged"


def test_stream_is_left_at_its_beginning() -> None:
    stream = io.BytesIO(docx_bytes())
    inspect_file("a.docx", stream)
    assert stream.tell() == 0
    assert DOCX_MAIN.encode() not in stream.read(10)
