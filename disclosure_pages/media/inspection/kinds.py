"""What may be uploaded as an attachment: extension → what the file must be inside. A table without a database."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Container(StrEnum):
    """How a kind of file is built, which decides how it is looked into."""

    PDF = "pdf"
    OFFICE = "office"
    PACKAGE = "package"
    ARCHIVE = "archive"
    COMPOUND = "compound"
    RASTER = "raster"
    TEXT = "text"
    RECORDING = "recording"


@dataclass(frozen=True, slots=True)
class Kind:
    """``main_part`` is the content type of an Office file's main part, or the name of a package's main member."""

    container: Container
    content_type: str
    main_part: str = ""


OPENXML = "application/vnd.openxmlformats-officedocument"


def _office(family: str) -> Kind:
    return Kind(Container.OFFICE, f"{OPENXML}.{family}", f"{OPENXML}.{family}.main+xml")


KINDS: dict[str, Kind] = {
    "pdf": Kind(Container.PDF, "application/pdf"),
    "docx": _office("wordprocessingml.document"),
    "xlsx": _office("spreadsheetml.sheet"),
    "pptx": _office("presentationml.presentation"),
    "ofd": Kind(Container.PACKAGE, "application/ofd", "OFD.xml"),
    "odt": Kind(Container.PACKAGE, "application/vnd.oasis.opendocument.text", "content.xml"),
    "ods": Kind(Container.PACKAGE, "application/vnd.oasis.opendocument.spreadsheet", "content.xml"),
    "doc": Kind(Container.COMPOUND, "application/msword"),
    "xls": Kind(Container.COMPOUND, "application/vnd.ms-excel"),
    "ppt": Kind(Container.COMPOUND, "application/vnd.ms-powerpoint"),
    "wps": Kind(Container.COMPOUND, "application/vnd.ms-works"),
    "et": Kind(Container.COMPOUND, "application/octet-stream"),
    "dps": Kind(Container.COMPOUND, "application/octet-stream"),
    "zip": Kind(Container.ARCHIVE, "application/zip"),
    "txt": Kind(Container.TEXT, "text/plain; charset=utf-8"),
    "csv": Kind(Container.TEXT, "text/csv; charset=utf-8"),
    "jpg": Kind(Container.RASTER, "image/jpeg", "JPEG"),
    "jpeg": Kind(Container.RASTER, "image/jpeg", "JPEG"),
    "png": Kind(Container.RASTER, "image/png", "PNG"),
    "gif": Kind(Container.RASTER, "image/gif", "GIF"),
    "webp": Kind(Container.RASTER, "image/webp", "WEBP"),
    "mp3": Kind(Container.RECORDING, "audio/mpeg"),
    "mp4": Kind(Container.RECORDING, "video/mp4"),
}
EXTENSIONS = tuple(KINDS)

#: Content types that a browser shows without being able to run anything in them; the rest is offered for download.
INLINE_TYPES = frozenset({"application/pdf", "image/jpeg", "image/png", "image/gif", "image/webp", "image/avif"})
#: Content types of renditions by extension; Python 3.11 does not know all of them.
PICTURE_TYPES = {"jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif"} | {
    name: f"image/{name}" for name in ("webp", "avif")
}


def content_type_of(extension: str) -> str:
    """Content type to serve ``extension`` with; what is not known is a stream of bytes, and so never runs."""
    kind = KINDS.get(extension)
    if kind is not None:
        return kind.content_type
    return PICTURE_TYPES.get(extension, "application/octet-stream")
