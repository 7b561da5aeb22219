"""Which pages may be kept, and what makes them stale. A response that no builder marked is never kept."""

from __future__ import annotations

from functools import partial

from django.db import transaction
from django.http import HttpRequest

from .generations import end_generations

SITE = "site"
STRUCTURE = "structure"
_MARK = "_gongkai_cache_scope"


def of_district(district_id: int) -> str:
    """Name of the generation that every change of the district's public content ends."""
    return f"district:{district_id}"


def keep(request: HttpRequest, *, district_id: int | None, also: tuple[str, ...] = ()) -> None:
    """Let the answer to ``request`` be kept until content of the district changes; ``None``: any of the site.

    ``also`` names further generations that end it.
    """
    changes = SITE if district_id is None else of_district(district_id)
    kept: tuple[str, ...] = getattr(request, _MARK, ())
    setattr(request, _MARK, tuple(dict.fromkeys((*kept, changes, STRUCTURE, *also))))


def scope_of(request: HttpRequest) -> tuple[str, ...]:
    """Names of the generations that the answer depends on; empty when it must not be kept."""
    return getattr(request, _MARK, ())


def end_on_commit(*scopes: str) -> None:
    """End the generations ``scopes``, and with them that of the site, once the change at hand is committed."""
    transaction.on_commit(partial(end_generations, SITE, *scopes))
