"""Files that hold a name and a telephone number everywhere where a file can hold anything."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

NAME, PHONE = "欧阳清和", "13900001111"
BODY = "申请人欧阳清和，联系电话13900001111，住在青石街。"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_HERE = Path(__file__).parent
_PAGE = (_HERE / "page.html").read_text()
_NOTE = f'<w:footnote w:id="2"><w:p><w:r><w:t>注：{NAME}</w:t></w:r></w:p></w:footnote>'
_STYLE = f'<w:style w:type="paragraph" w:styleId="样式{NAME}"><w:name w:val="{NAME}的样式"/></w:style>'
_PARTS = {
    "document": (_HERE / "document.xml").read_text(),
    "styles": f'<w:styles xmlns:w="{W}">{_STYLE}</w:styles>',
    "footnotes": f'<w:footnotes xmlns:w="{W}">{_NOTE}</w:footnotes>',
    "header": f'<w:hdr xmlns:w="{W}"><w:p><w:r><w:t>{NAME}案</w:t></w:r></w:p></w:hdr>',
    "footer": (_HERE / "footer.xml").read_text(),
}
_KEYS = {"header": f"rId{NAME}", "footer": "rIdF"}
_LINK = f'<Relationship Id="rIdLink" TargetMode="External" Type="{R}/hyperlink" Target="mailto:{PHONE}@example.org"/>'
_EXTRAS = {
    "docProps/core.xml": f"<a>{NAME}</a>",
    "docProps/app.xml": f"<a>{PHONE}</a>",
    "docProps/thumbnail.jpeg": NAME,
    "customXml/item1.xml": f"<a>{NAME}</a>",
    "word/comments.xml": f'<w:comments xmlns:w="{W}">{NAME}</w:comments>',
    "word/embeddings/book.xlsx": NAME,
    f"word/media/{PHONE}.png": "x",
}


def full_docx() -> bytes:
    """A DOCX with the name in its text, in several runs, in revisions, comments, properties and much else."""
    relations = "".join(
        f'<Relationship Id="{_KEYS.get(kind, f"r-{kind}")}" Type="{R}/{kind}" Target="{kind}.xml"/>'
        for kind in _PARTS
        if kind != "document"
    )
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    main = f'<Relationship Id="r1" Type="{R}/officeDocument" Target="word/document.xml"/>'
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.comment = NAME.encode()
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{package}">{main}</Relationships>')
        below = f'<Relationships xmlns="{package}">{relations}{_LINK}</Relationships>'
        archive.writestr("word/_rels/document.xml.rels", below)
        for name, text in {**{f"word/{kind}.xml": text for kind, text in _PARTS.items()}, **_EXTRAS}.items():
            archive.writestr(name, text)
    return file.getvalue()


def full_pdf(html: str = _PAGE) -> bytes:
    """A PDF with Chinese fonts and the name in its text, title, outline, structure, link, note and attachment."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.annotations import FreeText
    from pypdf.generic import NameObject, TextStringObject
    from weasyprint import HTML

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(HTML(string=html).write_pdf(pdf_tags=True))))
    writer.add_attachment("名单.txt", f"{NAME} {PHONE}".encode())
    writer.add_metadata({"/Subject": f"{NAME} {PHONE}"})
    writer.add_annotation(0, FreeText(text=f"{NAME}批注", rect=(50, 50, 300, 100)))
    writer.root_object[NameObject("/Note")] = TextStringObject(NAME)
    return written(writer)


def written(writer: Any) -> bytes:
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def revised_pdf() -> bytes:
    """A PDF whose former version, still in the file, had the name."""
    from pypdf import PdfReader, PdfWriter

    former = full_pdf()
    writer = PdfWriter(io.BytesIO(former), incremental=True)
    writer.add_metadata({"/Title": "新标题"})
    file = written(writer)
    assert len(PdfReader(io.BytesIO(file)).pages) == 2
    return file


def scanned_pdf() -> bytes:
    """A page that is a picture of a page."""
    import pypdfium2

    page = pypdfium2.PdfDocument(full_pdf())[0].render(scale=2).to_pil()
    file = io.BytesIO()
    page.save(file, "PDF", resolution=144)
    return file.getvalue()


def locked_pdf() -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(full_pdf())))
    writer.encrypt("geheim", algorithm="RC4-128")
    return written(writer)
