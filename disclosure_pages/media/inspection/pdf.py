"""PDF: readable, not encrypted, and without scripts or actions that start something."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import IndirectObject

from .kinds import Kind
from .refusals import FileRefused

MAX_OBJECTS = 300_000
ACTING_KEYS = frozenset({"/JS", "/JavaScript", "/RichMedia", "/XFA"})
ACTING_TYPES = frozenset({"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/GoToE"})


def check_pdf(stream: BinaryIO, kind: Kind) -> None:
    """Walk every object of the file, also those in compressed streams; names written in hexadecimal count as well."""
    try:
        reader = PdfReader(stream, strict=False)
        if reader.is_encrypted:
            raise FileRefused("encrypted")
        if not len(reader.pages):
            raise FileRefused("damaged")
        for item in _objects(reader):
            found = _acting_part(item)
            if found:
                raise FileRefused("script", found=found)
    except FileRefused:
        raise
    except (PyPdfError, ValueError, TypeError, KeyError, AttributeError, RecursionError, OSError) as error:
        # pypdf meets broken files with any of these; what cannot be read cannot be cleared.
        raise FileRefused("damaged") from error


def _objects(reader: PdfReader) -> Iterator[Any]:
    numbers = [(number, generation) for generation, table in reader.xref.items() for number in table]
    numbers += [(number, 0) for number in reader.xref_objStm]
    if len(numbers) > MAX_OBJECTS:
        raise FileRefused("damaged")
    yield reader.trailer
    for number, generation in numbers:
        yield reader.get_object(IndirectObject(number, generation, reader))


def _acting_part(item: Any) -> str:
    """Name of the first part of ``item`` that acts by itself; references lead to objects that are walked anyway."""
    if isinstance(item, dict):
        for key in item:
            if key in ACTING_KEYS:
                return str(key)
        action = item.raw_get("/S") if "/S" in item else None  # type: ignore[attr-defined]
        if isinstance(action, str) and action in ACTING_TYPES:
            return str(action)
        children: Any = dict.values(item)
    elif isinstance(item, list):
        children = list.__iter__(item)
    else:
        return ""
    return next((found for child in children if (found := _acting_part(child))), "")
