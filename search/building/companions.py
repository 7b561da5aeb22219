"""Documents and their interpretations, which are shown beside each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from disclosure_pages.interpretations.models import InterpretedDocument

_PUBLIC_BOTH = {
    "page__live": True,
    "page__is_public": True,
    "document__live": True,
    "document__is_public": True,
}


def companions_of(keys: Collection[int]) -> Mapping[int, list[int]]:
    """Page → its public companions: interpretations of a document, newest first; documents of an interpretation."""
    found: dict[int, list[int]] = defaultdict(list)
    pairs = InterpretedDocument.objects.filter(**_PUBLIC_BOTH).values_list("page", "document")
    for page, document in pairs.filter(page__in=keys).order_by("sort_order", "pk"):
        found[page].append(document)
    for page, document in pairs.filter(document__in=keys).order_by("-page__published_on", "-page"):
        found[document].append(page)
    return {key: list(dict.fromkeys(others)) for key, others in found.items()}


def concerned_with(keys: Collection[int]) -> set[int]:
    """Pages that have one of ``keys`` as a companion, or had while it was public."""
    pairs = InterpretedDocument.objects.exclude(document=None)
    return {
        *pairs.filter(page__in=keys).values_list("document", flat=True),
        *pairs.filter(document__in=keys).values_list("page", flat=True),
    }
