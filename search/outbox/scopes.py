"""Which pages an event concerns. Worked out when it is worked off, from what the database says by then."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from disclosure_pages.documents.models import JointIssuer, PolicyDocument
from disclosure_pages.interpretations.models import Interpretation
from disclosure_pages.media.models import PublishedFile
from disclosure_pages.tree.models import DisclosurePage
from search.building.companions import concerned_with
from search.enums import EventKind
from search.models import OutboxEvent


def next_pages(event: OutboxEvent, *, limit: int) -> list[int]:
    """The next pages that ``event`` concerns, at most ``limit``, in the order of their keys; empty at its end."""
    if event.kind == EventKind.PAGES:
        return sorted(key for key in event.keys if key > event.done_to)[:limit]
    pages = _SCOPES[EventKind(event.kind)](event.keys)
    return list(pages.filter(pk__gt=event.done_to).order_by("pk").values_list("pk", flat=True)[:limit])


def with_companions(keys: Sequence[int]) -> set[int]:
    """``keys``, and the pages that show one of them beside themselves."""
    return {*keys, *concerned_with(keys)}


def _below(keys: Sequence[Any]) -> QuerySet[DisclosurePage]:
    paths = DisclosurePage._meta.get_field("page_ptr").related_model.objects.filter(pk__in=keys)
    below = Q(pk=None)
    for path in paths.values_list("path", flat=True):
        below |= Q(path__startswith=path)
    return DisclosurePage.objects.filter(below)


def _of_units(keys: Sequence[Any]) -> QuerySet[DisclosurePage]:
    """Content of the units, and what names them in its header."""
    joint = JointIssuer.objects.filter(page=OuterRef("pk"), unit__in=keys)
    documents = PolicyDocument.objects.filter(Q(issuing_unit__in=keys) | Exists(joint)).values("pk")
    interpretations = Interpretation.objects.filter(interpreter_unit__in=keys).values("pk")
    return DisclosurePage.objects.filter(Q(unit__in=keys) | Q(pk__in=documents) | Q(pk__in=interpretations))


def _of_records(keys: Sequence[Any]) -> QuerySet[DisclosurePage]:
    return DisclosurePage.objects.filter(pk__in=PolicyDocument.objects.filter(legal_record__in=keys).values("pk"))


def _with_bytes(keys: Sequence[Any]) -> QuerySet[DisclosurePage]:
    return DisclosurePage.objects.filter(pk__in=PublishedFile.objects.filter(file_hash__in=keys).values("page"))


def _of_entries(field: str) -> Callable[[Sequence[Any]], QuerySet[DisclosurePage]]:
    """Documents that have one of the entries of a two-level list, or an entry below one."""

    def pages(keys: Sequence[Any]) -> QuerySet[DisclosurePage]:
        mine = Q(**{f"{field}__in": keys}) | Q(**{f"{field}__parent__in": keys})
        return DisclosurePage.objects.filter(pk__in=PolicyDocument.objects.filter(mine).values(key=F("pk")))

    return pages


_SCOPES: dict[EventKind, Callable[[Sequence[Any]], QuerySet[DisclosurePage]]] = {
    EventKind.SUBTREE: _below,
    EventKind.UNIT: _of_units,
    EventKind.DISTRICT: lambda keys: DisclosurePage.objects.filter(district__in=keys),
    EventKind.RECORDS: _of_records,
    EventKind.FILE: _with_bytes,
    EventKind.DOCUMENT_KIND: _of_entries("kind"),
    EventKind.TOPIC: _of_entries("topic"),
}
