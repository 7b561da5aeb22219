"""Look into an upload: the kind that its name claims decides what its bytes must be."""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO

from disclosure_pages.media.names import extension_of

from .archives import check_archive, check_package
from .compound import check_compound
from .kinds import EXTENSIONS, KINDS, Container, Kind
from .office import check_office
from .raster import check_raster
from .recordings import check_recording
from .refusals import FileRefused, WrongContent
from .text import check_text

HEAD = 4096
SIGNATURES: dict[Container, tuple[bytes, ...]] = {
    Container.PDF: (b"%PDF-",),
    Container.OFFICE: (b"PK\x03\x04",),
    Container.PACKAGE: (b"PK\x03\x04",),
    Container.ARCHIVE: (b"PK\x03\x04", b"PK\x05\x06"),
    Container.COMPOUND: (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",),
}


def _check_pdf(stream: BinaryIO, kind: Kind) -> None:
    from .pdf import check_pdf  # its library is large: with the first file

    check_pdf(stream, kind)


CHECKS: dict[Container, Callable[[BinaryIO, Kind], None]] = {
    Container.PDF: _check_pdf,
    Container.OFFICE: check_office,
    Container.PACKAGE: check_package,
    Container.COMPOUND: check_compound,
    Container.RASTER: check_raster,
    Container.TEXT: check_text,
    Container.RECORDING: check_recording,
}


def inspect_file(name: str, stream: BinaryIO, *, within_archive: bool = False) -> None:
    """Raise :class:`FileRefused` unless the bytes are what ``name`` claims and hold nothing that acts by itself.

    ``stream`` must be seekable and is left at its beginning. Archives are looked into; an archive in an archive is not
    accepted.
    """
    extension = extension_of(name)
    kind = KINDS.get(extension)
    if kind is None or (within_archive and kind.container == Container.ARCHIVE):
        raise FileRefused("kind", accepted=", ".join(EXTENSIONS))
    stream.seek(0)
    head = stream.read(HEAD)
    if not head:
        raise FileRefused("empty")
    signatures = SIGNATURES.get(kind.container)
    if signatures and not head.startswith(signatures):
        raise FileRefused("disguised", extension=extension, found=found_kind(head))
    stream.seek(0)
    try:
        if kind.container == Container.ARCHIVE:
            check_archive(stream, inspect_member=_inspect_member)
        else:
            CHECKS[kind.container](stream, kind)
    except WrongContent as error:
        raise FileRefused("disguised", extension=extension, found=str(error) or found_kind(head)) from error
    finally:
        stream.seek(0)


def _inspect_member(name: str, stream: BinaryIO) -> None:
    inspect_file(name, stream, within_archive=True)


def found_kind(head: bytes) -> str:
    """What the bytes look like, in a word for the message; “?” when nothing is known about them."""
    import puremagic  # loaded with the first file that is refused

    try:
        return puremagic.from_string(head).removeprefix(".") or "?"
    except puremagic.PureError:
        return "?"
