"""Zip packages: their members, OpenDocument and OFD."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import iterparse

from disclosure_pages.media.inspection.archives import open_zip, read_member, readable_name

from .parts import Part, Place

_OFD_PAGE = re.compile(r"Pages/Page_(\d+)/Content\.xml$")


def members_of(stream: BinaryIO) -> Iterator[tuple[str, BinaryIO]]:
    """Names and contents of the files in an archive, which is checked for its bounds first."""
    with open_zip(stream) as archive:
        for entry in archive.infolist():
            if not entry.is_dir():
                yield readable_name(entry), io.BytesIO(read_member(archive, entry))


def local_name(element: Element) -> str:
    """The element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def text_of_xml(stream: BinaryIO, *, texts: Iterable[str], breaks: Iterable[str]) -> str:
    """The text of the elements named in ``texts``; a line ends with each element of ``breaks``. Tails count inside."""
    texts, breaks, pieces = set(texts), set(breaks), []
    for _event, element in iterparse(stream, events=("end",), forbid_dtd=True):
        name = local_name(element)
        if name in texts and element.text:
            pieces.append(element.text)
        if name in breaks:
            pieces.append("\n")
        element.text = None
        element.clear()
    return "".join(pieces)


def read_opendocument(stream: BinaryIO) -> Iterator[Part]:
    """Everything that is written in an OpenDocument text or sheet, notes and headers included."""
    for name, content in members_of(stream):
        if name in {"content.xml", "styles.xml"}:
            yield Part(_flat_text(content))


def _flat_text(stream: BinaryIO) -> str:
    """All text in reading order; paragraphs and headings end lines, cells of a table end with a tab."""
    pieces: list[str] = []
    for event, element in iterparse(stream, events=("start", "end"), forbid_dtd=True):
        name = local_name(element)
        if event == "end":
            pieces += [{"p": "\n", "h": "\n", "table-cell": "\t", "tab": "\t"}.get(name, ""), element.tail or ""]
            element.clear()
        elif name in {"p", "h", "span", "a"}:
            pieces.append(element.text or "")
    return "".join(pieces)


def read_ofd(stream: BinaryIO) -> Iterator[Part]:
    """The pages of an OFD file, a line for each text object."""
    for name, content in members_of(stream):
        page = _OFD_PAGE.search(name)
        if page:
            text = text_of_xml(content, texts={"TextCode"}, breaks={"TextObject"})
            yield Part(text, ((Place.PAGE, str(int(page[1]) + 1)),))
