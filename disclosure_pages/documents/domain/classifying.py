"""Entries of the lists of kinds and topics: which of them documents have, and taking one out of use."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from wagtail.models import Revision

from disclosure_pages.documents.models import DocumentKind, LegalRecord, PolicyDocument, Topic

Entry = DocumentKind | Topic
FIELDS: dict[type[Entry], str] = {DocumentKind: "kind", Topic: "topic"}


def former_uses(entry: Entry) -> int:
    """How many versions of documents, and facts of former days, name ``entry``.

    A version whose kind or topic is gone cannot be opened any more, and the history could not tell what it was.
    """
    field = FIELDS[type(entry)]
    documents = ContentType.objects.get_for_model(PolicyDocument)
    versions = Revision.objects.filter(content_type=documents, **{f"content__{field}": entry.pk})
    return versions.count() + LegalRecord.history.filter(**{field: entry.pk}).count()


def present_uses(entry: Entry) -> list[QuerySet[Any]]:
    """Its parts, and the documents that have it, drafts included; only what there is any of."""
    rows: list[QuerySet[Any]] = [
        type(entry).objects.filter(parent=entry.pk),
        PolicyDocument.objects.filter(**{FIELDS[type(entry)]: entry.pk}),
    ]
    return [found for found in rows if found.exists()]


def take_out_of_use(*, entry: Entry) -> None:
    """Offer ``entry``, and its parts, to no document any more; documents that have it keep it."""
    entry.is_active = False
    entry.save()
