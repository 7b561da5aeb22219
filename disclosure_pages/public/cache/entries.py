"""Kept responses: the key that tells them apart, and when one is still good."""

from __future__ import annotations

import hashlib
import time
import zlib
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language

from disclosure_pages.public.looks import look_key
from disclosure_pages.public.reading import reading_mode

from .generations import ALIAS, read_generations

COMPRESSION = 1  # a page shrinks to a fifth in a fraction of a millisecond
LAYOUT = 3  # of an entry; those that an older release left in a shared cache are not read


@dataclass(frozen=True)
class Entry:
    """One kept response with the generations it was made under; ``made_at`` in seconds since the epoch.

    Its body is kept compressed: a process without a shared cache holds a thousand of them.
    """

    headers: tuple[tuple[str, str], ...]
    compressed: bytes
    generations: dict[str, str]
    made_at: float

    def as_response(self) -> HttpResponse:
        """The response as it was made."""
        return HttpResponse(zlib.decompress(self.compressed), headers=dict(self.headers))


def entry_key(request: HttpRequest) -> str:
    """One key for each scheme, host, address, normalised query, reading mode, state of the looks, language and day.

    The day, because at midnight documents come into force and expire.
    """
    query = sorted(pair for pair in parse_qsl(request.META.get("QUERY_STRING", "")) if pair[1])
    parts = (
        request.scheme or "",
        request.get_host(),
        request.path,
        urlencode(query),
        reading_mode(request),
        look_key(request),
        get_language() or "",
        timezone.localdate().isoformat(),
    )
    return f"page-{LAYOUT}:" + hashlib.sha256("\0".join(parts).encode()).hexdigest()


def load(key: str) -> Entry | None:
    """The kept response, unless one of the generations it was made under has ended."""
    entry: Entry | None = caches[ALIAS].get(key)
    if entry is None or read_generations(entry.generations) != entry.generations:
        return None
    return entry


def store(key: str, response: HttpResponse, *, generations: dict[str, str], seconds: int) -> None:
    """Keep ``response`` for at most ``seconds``."""
    entry = Entry(
        headers=tuple(response.items()),
        compressed=zlib.compress(response.content, COMPRESSION),
        generations=generations,
        made_at=time.time(),
    )
    caches[ALIAS].set(key, entry, timeout=seconds)
