"""A DOCX made of chosen parts, and PDFs that hold a name in one place each, written by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from .files import NAME, R, W, written

LATIN = "Wangxiaoming"
#: Latin-1 in PDFDoc, octal escapes, hexadecimal digits: one name each.
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_PAGE = "BT /F1 20 Tf 60 700 Td ({}) Tj ET BT /F1 20 Tf 60 600 Td (Other words of the page stay here) Tj ET"


def docx_of(body: str, namespace: str = W, **parts: str) -> bytes:
    """``body`` and, by the last words of their relations, the insides of other parts: ``styles``, ``header``…"""
    roots = {"header": "hdr", "footer": "ftr"}
    texts = {
        kind: f'<w:{roots.get(kind, kind)} xmlns:w="{namespace}">{text}</w:{roots.get(kind, kind)}>'
        for kind, text in parts.items()
    }
    texts["document"] = f'<w:document xmlns:w="{namespace}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>'
    relations = "".join(f'<Relationship Id="r-{kind}" Type="{R}/{kind}" Target="{kind}.xml"/>' for kind in parts)
    main = f'<Relationship Id="r1" Type="{R}/officeDocument" Target="word/document.xml"/>'
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{_PACKAGE}">{main}</Relationships>')
        below = f'<Relationships xmlns="{_PACKAGE}">{relations}</Relationships>'
        archive.writestr("word/_rels/document.xml.rels", below)
        for kind, text in texts.items():
            archive.writestr(f"word/{kind}.xml", text)
    return file.getvalue()


def paragraph(text: str, style: str = "", run: str = "") -> str:
    """A paragraph of one run; ``run``: properties of it."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def style(key: str, inside: str, kind: str = "paragraph", based: str = "", default: bool = False) -> str:
    """A style whose letters have ``inside``."""
    above = f'<w:basedOn w:val="{based}"/>' if based else ""
    first = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}" w:styleId="{key}"{first}>{above}<w:rPr>{inside}</w:rPr></w:style>'


def pdf_of(content: str, change: Callable[[PdfWriter], Any] | None = None) -> bytes:
    """A page of A4 with ``content``; ``/F1`` is Helvetica."""
    writer = PdfWriter()
    page = writer.add_blank_page(595, 842)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    resources = {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
    page[NameObject("/Resources")] = DictionaryObject(resources)
    page[NameObject("/Contents")] = writer._add_object(stream(content))
    if change is not None:
        change(writer)
    return written(writer)


def stream(content: str, **entries: Any) -> DecodedStreamObject:
    made = DecodedStreamObject()
    made.set_data(content.encode("latin-1"))
    made.update({NameObject(f"/{key}"): value for key, value in entries.items()})
    return made


def _form(writer: PdfWriter) -> None:
    """The name is drawn by a form that the page shares."""
    page = writer.pages[0]
    box = ArrayObject(map(NumberObject, (0, 0, 595, 842)))
    kind = {"Type": NameObject("/XObject"), "Subtype": NameObject("/Form"), "BBox": box}
    drawn = stream(f"BT /F1 20 Tf 60 500 Td ({LATIN}) Tj ET", **kind, Resources=page["/Resources"])
    page["/Resources"][NameObject("/XObject")] = DictionaryObject({NameObject("/X1"): writer._add_object(drawn)})
    page[NameObject("/Contents")] = writer._add_object(stream(_PAGE.format(LATIN) + " /X1 Do"))


def _field(writer: PdfWriter) -> None:
    """The name is the value of a field of a form, and its picture."""
    box = ArrayObject(map(NumberObject, (60, 400, 300, 430)))
    entries = {"Type": NameObject("/Annot"), "Subtype": NameObject("/Widget"), "FT": NameObject("/Tx"), "Rect": box}
    entries |= {"T": TextStringObject("who"), "V": TextStringObject(LATIN), "TU": TextStringObject(NAME)}
    field = writer._add_object(DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items()}))
    writer.pages[0][NameObject("/Annots")] = ArrayObject([field])
    form = {NameObject("/Fields"): ArrayObject([field]), NameObject("/XFA"): TextStringObject(f"<x>{LATIN}</x>")}
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject(form)


def _metadata(writer: PdfWriter) -> None:
    writer.add_metadata({"/Author": LATIN, "/Title": NAME})
    packet = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{LATIN}</x:xmpmeta>"
    kind = {"Type": NameObject("/Metadata"), "Subtype": NameObject("/XML")}
    writer.root_object[NameObject("/Metadata")] = writer._add_object(stream(packet, **kind))


def _around(writer: PdfWriter) -> None:
    writer.add_outline_item(title=LATIN, page_number=0)
    writer.add_attachment(f"{LATIN}.txt", LATIN.encode())
    writer.root_object[NameObject("/PieceInfo")] = DictionaryObject({NameObject("/A"): TextStringObject(NAME)})


def _unseen_objects(writer: PdfWriter) -> None:
    """Objects to which nothing leads, as programs leave them."""
    writer._add_object(stream(LATIN))
    writer._add_object(TextStringObject(NAME))


def revised() -> bytes:
    """The name was the page's text before it was saved anew, as a second version at the end of the file."""
    writer = PdfWriter(io.BytesIO(pdf_of(_PAGE.format(LATIN))), incremental=True)
    content = stream(_PAGE.format("Somebody else") + f" BT /F1 9 Tf 60 300 Td ({LATIN}) Tj ET")
    writer.pages[0][NameObject("/Contents")] = writer._add_object(content)
    return written(writer)


def _kerned() -> str:
    letters = " -30 ".join(f"({letter})" for letter in LATIN)
    return f"BT /F1 20 Tf 60 700 Td [{letters}] TJ ET " + _PAGE.format("Words")


_HEX, _OCTAL = LATIN.encode().hex(), "".join(f"\\{ord(letter):03o}" for letter in LATIN)
PDFS: dict[str, Callable[[], bytes]] = {
    "text": lambda: pdf_of(_PAGE.format(LATIN)),
    "kerned": lambda: pdf_of(_kerned()),
    "one letter each": lambda: pdf_of(
        _PAGE.format("Words")
        + "".join(f" BT /F1 20 Tf {60 + 16 * at} 500 Td ({letter}) Tj ET" for at, letter in enumerate(LATIN))
    ),
    "hexadecimal": lambda: pdf_of(_PAGE.format("Words") + f" BT /F1 20 Tf 60 500 Td <{_HEX}> Tj ET"),
    "octal": lambda: pdf_of(_PAGE.format(_OCTAL)),
    "rotated": lambda: pdf_of(_PAGE.format("Words") + f" BT /F1 20 Tf 0 1 -1 0 300 200 Tm ({LATIN}) Tj ET"),
    "aslant": lambda: pdf_of(_PAGE.format("Words") + f" BT /F1 20 Tf .7 .7 -.7 .7 200 200 Tm ({LATIN}) Tj ET"),
    "white": lambda: pdf_of(_PAGE.format(LATIN) + f" 1 g BT /F1 20 Tf 60 500 Td ({LATIN}) Tj ET"),
    "without ink": lambda: pdf_of(_PAGE.format(LATIN) + f" BT 3 Tr /F1 20 Tf 60 500 Td ({LATIN}) Tj ET"),
    "beside the page": lambda: pdf_of(_PAGE.format(LATIN) + f" BT /F1 20 Tf 900 500 Td ({LATIN}) Tj ET"),
    "form": lambda: pdf_of("", _form),
    "field": lambda: pdf_of(_PAGE.format(LATIN), _field),
    "metadata": lambda: pdf_of(_PAGE.format(LATIN), _metadata),
    "outline and attachment": lambda: pdf_of(_PAGE.format(LATIN), _around),
    "objects without a way": lambda: pdf_of(_PAGE.format(LATIN), _unseen_objects),
    "former version": revised,
    "actual text": lambda: pdf_of(
        _PAGE.format(LATIN) + f" /Span <</ActualText ({LATIN})>> BDC BT /F1 9 Tf 60 300 Td (x) Tj ET EMC"
    ),
}


def everything_in(content: bytes) -> list[bytes]:
    """The file, and all objects of it that any version lists, decompressed; strings as their text."""
    reader = PdfReader(io.BytesIO(content))
    found = [content]
    for generation, table in reader.xref.items():
        for number in table:
            item = reader.get_object(number) if generation == 0 else None
            found.append(item.get_data() if hasattr(item, "get_data") else str(item).encode())
    return found
