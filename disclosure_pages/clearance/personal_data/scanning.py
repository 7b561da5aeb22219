"""Scan texts, the fields of a page, and the files that it uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from django.core.cache import cache

from disclosure_pages.clearance.digest import content_of
from disclosure_pages.media.models import DisclosureDocument, DisclosureImage, FileText
from disclosure_pages.media.references import file_references
from disclosure_pages.media.texts.keeping import texts_of
from disclosure_pages.media.texts.parts import Where

from .hits import Hit, make_hit
from .numbers import find_numbers
from .places import name_of_field, place_in_file
from .readable import plain, texts_in

if TYPE_CHECKING:
    from disclosure_pages.tree.models import DisclosurePage

#: Changes when the rules do, so that what was found by older rules counts no more.
VERSION = 1
KEPT_SECONDS = 24 * 60 * 60


def scan_text(fields: Mapping[str, str]) -> list[Hit]:
    """Every distinct number in the fields, in their order."""
    hits = [hit for name, text in fields.items() for hit in _scan(text, field=name, place=name)]
    return list(dict.fromkeys(hits))


def _scan(text: str, *, field: str = "", place: str = "") -> Iterator[Hit]:
    for found in find_numbers(plain(text)):
        yield make_hit(kind=found.kind, value=found.value, field=field, place=place)


def scan_fields(page: DisclosurePage) -> Iterator[Hit]:
    """Header fields, prose with its captions and alternative texts, and the rows of tables of this very version."""
    for name, value in content_of(page).items():
        text = "\n".join(texts_in(value))
        if text:
            yield from _scan(text, field=name, place=name_of_field(page, name))


def scan_words_of_files(page: DisclosurePage) -> Iterator[Hit]:
    """Titles, names and descriptions of the files in use, which readers see as well."""
    files: list[DisclosureDocument | DisclosureImage] = [*documents_of(page), *pictures_of(page)]
    for file in files:
        words = "\n".join([file.title, file.filename, getattr(file, "description", "")])
        yield from _scan(words, place=place_in_file((), file=file.title))


def documents_of(page: DisclosurePage) -> list[DisclosureDocument]:
    """Documents that this very version uses."""
    keys = file_references(page)[DisclosureDocument]
    return list(DisclosureDocument.objects.filter(pk__in=keys).order_by("pk"))


def pictures_of(page: DisclosurePage) -> list[DisclosureImage]:
    """Pictures that this very version uses."""
    return list(DisclosureImage.objects.filter(pk__in=file_references(page)[DisclosureImage]).order_by("pk"))


def scan_documents(
    documents: Iterable[DisclosureDocument], *, seconds: int
) -> Iterator[tuple[DisclosureDocument, FileText, list[Hit]]]:
    """Each document with its text, as far as that could be read in ``seconds`` for all, and what is in it."""
    for document, text in texts_of(documents, seconds=seconds):
        name = document.filename
        yield document, text, [_in_file(name, *hit) for hit in _hits_in(text)]


def _hits_in(text: FileText) -> list[tuple[str, str, str, Where]]:
    """Kind, masked number, fingerprint and place; of bytes that were scanned before, as they were found then."""
    key = f"gongkai:personal_data:{VERSION}:{text.content_hash}:{text.extension}:{text.read_at.timestamp()}"
    known: list[tuple[str, str, str, Where]] | None = cache.get(key)
    if known is None:
        known = [
            (hit.kind, hit.masked, hit.fingerprint, part.where) for part in text.texts() for hit in _scan(part.text)
        ]
        cache.set(key, known, KEPT_SECONDS)
    return known


def _in_file(name: str, kind: str, masked: str, fingerprint: str, where: Where) -> Hit:
    place = place_in_file(where, file=name)
    return Hit(kind=kind, field="", place=place, masked=masked, fingerprint=fingerprint)
