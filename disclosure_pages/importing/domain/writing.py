"""Write many drafts at once: pages, children, first revisions, log entries and references, in a few statements each.

``add_child`` and ``save_revision`` write some fifty pages a second; a district that moves in brings tens of thousands.
What they leave is left here as well, and a test compares both. Drafts are never public, so the gate has no part in it;
their index for the admin's search is made when the transaction has been committed.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models import Max, OuterRef, Subquery
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.models import Locale, Page, PageLogEntry, ReferenceIndex, Revision

from cms.people.models import User
from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.responsibility.domain.pages import Parent, count_children, existing_parent
from disclosure_pages.tree.models import DisclosurePage

from .places import Place

#: Tables of a document, from the lowest: the row of each has the key of the one before.
TABLES: tuple[type[Page], ...] = (Page, DisclosurePage, PolicyDocument)
IMPORTED = "gongkai.document.imported"


@dataclass
class Draft:
    """A document to write: not saved, its number worked out. ``children`` are its rows by relation.

    ``log`` is kept with the entry of the import in the page's history.
    """

    page: PolicyDocument
    place: Place
    children: dict[str, list[Any]] = field(default_factory=dict)
    log: dict[str, Any] = field(default_factory=dict)


class Parents:
    """Parents of the drafts of one run, read once: the next free path and the addresses that are taken."""

    def __init__(self) -> None:
        self._parents: dict[int, Parent] = {}

    def parent(self, place: Place) -> Parent:
        """The section as a parent; read again when somebody else wrote there meanwhile."""
        key = place.section.pk
        known = self._parents.get(key)
        if known is None or self._last_step(place) != known.last_step:
            known = self._parents[key] = self._read(place)
        known.added = 0
        return known

    def _read(self, place: Place) -> Parent:
        section = place.section
        parent = existing_parent(page=section.pk, path=section.path, url_path=section.url_path)
        below = DisclosurePage.objects.filter(column=place.column.pk)
        parent.slugs |= {*below.values_list("column_slug", flat=True), *below.values_list("slug", flat=True)}
        parent.slugs |= {*Page.objects.child_of(place.column).values_list("slug", flat=True)}
        return parent

    def _last_step(self, place: Place) -> int:
        section = place.section
        last = Page.objects.child_of(section).aggregate(last=Max("path"))["last"]
        return Page._str2int(last[-Page.steplen :]) if last else 0


@transaction.atomic
def write_drafts(drafts: Sequence[Draft], *, user: User | None, places: Parents | None = None) -> list[PolicyDocument]:
    """Write ``drafts`` as they are; all or none. Values must be validated. Returns the pages with their keys."""
    if not drafts:
        return []
    known = places or Parents()
    parents, locale = [], Locale.get_default()
    for _key, group in groupby(sorted(drafts, key=_section), key=_section):
        members = list(group)
        parents.append(known.parent(members[0].place))
        for draft in members:
            _take_place(draft, parents[-1], user, locale)
    pages = [draft.page for draft in drafts]
    _insert(pages)
    count_children(parents)
    _insert_children(drafts)
    _insert_revisions(pages, user)
    _insert_log(drafts, user)
    insert_references(pages)
    return pages


def _section(draft: Draft) -> int:
    key: int = draft.place.section.pk
    return key


def _take_place(draft: Draft, parent: Parent, user: User | None, locale: Locale) -> None:
    page, place = draft.page, draft.place
    page.path = parent.next_path()
    page.depth, page.numchild = len(page.path) // Page.steplen, 0
    page.slug = page.column_slug = parent.free_slug(page.title)
    page.url_path = f"{parent.url_path}{page.slug}/"
    page.locale, page.content_type = locale, ContentType.objects.get_for_model(PolicyDocument)
    page.district, page.unit, page.column = place.column.district, place.section.unit, place.column
    page.owner = user
    page.live = page.is_public = False
    page.draft_title, page.has_unpublished_changes = page.title, True


def _insert(pages: Sequence[PolicyDocument]) -> None:
    """The rows of each table; the key of the first is that of all."""
    for table in TABLES:
        fields = [part for part in table._meta.local_concrete_fields if not (part.primary_key and table is Page)]
        rows = table._base_manager.all()._batched_insert(pages, fields=fields, batch_size=None)
        if table is Page:
            for page, row in zip(pages, rows, strict=True):
                page.id = page.page_ptr_id = page.disclosurepage_ptr_id = row[0]
    for page in pages:
        page._state.adding, page._state.db = False, "default"


def _insert_children(drafts: Iterable[Draft]) -> None:
    by_model: dict[type[models.Model], list[Any]] = {}
    for draft in drafts:
        for relation in PolicyDocument.child_relations():
            rows = draft.children.get(relation.name, [])
            for number, row in enumerate(rows):
                row.page, row.sort_order = draft.page, number
                by_model.setdefault(type(row), []).append(row)
            setattr(draft.page, relation.name, rows)  # in memory, so that the revision asks the database nothing
        draft.page.wagtail_admin_comments = []
    for model, members in by_model.items():
        model._default_manager.bulk_create(members)


def _insert_revisions(pages: Sequence[PolicyDocument], user: User | None) -> None:
    now, kind = timezone.now(), ContentType.objects.get_for_model(PolicyDocument)
    base = ContentType.objects.get_for_model(Page)
    Revision.objects.bulk_create(
        Revision(
            content_type=kind,
            base_content_type=base,
            object_id=str(page.pk),
            created_at=now,
            user=user,
            object_str=str(page),
            content=page.serializable_data(),
        )
        for page in pages
    )
    of_page = Revision.objects.filter(base_content_type=base, object_id=Cast(OuterRef("pk"), models.CharField()))
    Page.objects.filter(pk__in=[page.pk for page in pages]).update(
        latest_revision=Subquery(of_page.values("pk")[:1]), latest_revision_created_at=now
    )


def _insert_log(drafts: Sequence[Draft], user: User | None) -> None:
    now, kind, run = timezone.now(), ContentType.objects.get_for_model(PolicyDocument), uuid.uuid4()
    PageLogEntry.objects.bulk_create(
        PageLogEntry(
            content_type=kind,
            label=draft.page.get_admin_display_title()[:255],
            action=IMPORTED,
            timestamp=now,
            uuid=run,
            user=user,
            data=draft.log,
            content_changed=True,
            page=draft.page,
        )
        for draft in drafts
    )


#: Most pages refer to others in the same few places.
_hash = lru_cache(maxsize=1024)(ReferenceIndex._get_content_path_hash)


def insert_references(pages: Sequence[PolicyDocument]) -> None:
    """What the pages refer to, as Wagtail notes it when a page is saved."""
    kind, base = (ContentType.objects.get_for_model(model) for model in (PolicyDocument, Page))
    ReferenceIndex.objects.bulk_create(
        ReferenceIndex(
            content_type=kind,
            base_content_type=base,
            object_id=str(page.pk),
            to_content_type_id=to_type,
            to_object_id=to_object,
            model_path=model_path,
            content_path=content_path,
            content_path_hash=_hash(content_path),
        )
        for page in pages
        for to_type, to_object, model_path, content_path in set(ReferenceIndex._extract_references_from_object(page))
    )
