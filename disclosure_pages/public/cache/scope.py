"""Which pages may be kept, and what makes them stale. A response that no builder marked is never kept."""

from __future__ import annotations

from django.http import HttpRequest

SITE = "site"
STRUCTURE = "structure"
_MARK = "_gongkai_cache_scope"


def of_district(district_id: int) -> str:
    """Name of the generation that every change of the district's public content ends."""
    return f"district:{district_id}"


def keep(request: HttpRequest, *, district_id: int | None) -> None:
    """Let the answer to ``request`` be kept until content of the district changes; ``None``: any of the site."""
    changes = SITE if district_id is None else of_district(district_id)
    setattr(request, _MARK, (changes, STRUCTURE))


def scope_of(request: HttpRequest) -> tuple[str, ...]:
    """Names of the generations that the answer depends on; empty when it must not be kept."""
    return getattr(request, _MARK, ())
