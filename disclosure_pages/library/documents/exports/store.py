"""Files that were made, kept until the document looks different: one of each format for each document."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from django.core.cache import caches

if TYPE_CHECKING:
    from disclosure_pages.tree.models import DisclosurePage

ALIAS = "exports"
FORMATS = ("pdf", "docx", "xlsx")


def kept(page: DisclosurePage, file_format: str, *, source: str, make: Callable[[], bytes]) -> tuple[str, bytes]:
    """The name of the version and the file: the kept one if it was made from an equal ``source``, else a new one.

    ``source`` holds everything that the file shows, the sentence about legal force of the day included, so a kept file
    is never stale.
    """
    version = hashlib.sha256(f"{file_format}\0{source}".encode()).hexdigest()
    found = caches[ALIAS].get(_key(page.pk, file_format))
    if found is not None and found[0] == version:
        return found[0], found[1]
    content = make()
    caches[ALIAS].set(_key(page.pk, file_format), (version, content))
    return version, content


def forget(page_id: int) -> None:
    """Throw the files of a document away: it is not public any more."""
    caches[ALIAS].delete_many([_key(page_id, file_format) for file_format in FORMATS])


def _key(page_id: int, file_format: str) -> str:
    return f"{page_id}.{file_format}"
