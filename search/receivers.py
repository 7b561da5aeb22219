"""What changes about the public side is written to the outbox, in the transaction of the change."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver

from cms.tenancy.models import District, Unit, UnitAlias
from disclosure_pages.documents.models import DocumentKind, Topic
from disclosure_pages.documents.signals import force_changed
from disclosure_pages.interpretations.models import InterpretedDocument
from disclosure_pages.media.models import FileText
from disclosure_pages.public.cache.generations import end_generations
from disclosure_pages.responsibility.changes import ColumnAct
from disclosure_pages.responsibility.models import AppliedTable
from disclosure_pages.tree.models import CityHome, Column, DisclosurePage, DistrictHome, Section
from disclosure_pages.tree.signals import content_moved, content_published, content_withdrawn
from search.building.companions import concerned_with
from search.enums import EventKind
from search.models import BestBet, DeniedSuggestion, DictionaryWord, SynonymEntry
from search.outbox.recording import record
from search.rules import WORDS

# What a table does to columns that are there; it writes them in bulk, without a signal.
_ACTS_ON_COLUMNS = {f"columns.{act}" for act in ColumnAct} - {f"columns.{ColumnAct.CREATE}"}


@receiver(content_published)
@receiver(content_withdrawn)
def content_changed(page: DisclosurePage, **kwargs: Any) -> None:
    """A page became public, or its public content changed, or it left the public side."""
    record(EventKind.PAGES, [page.pk])


@receiver(pre_delete, sender=DisclosurePage)
def content_deleted(instance: DisclosurePage, **kwargs: Any) -> None:
    """A page is being deleted; whom it was shown with can only be asked before."""
    record(EventKind.PAGES, [instance.pk, *sorted(concerned_with([instance.pk]))])


@receiver(content_moved)
def place_changed(page: Any, **kwargs: Any) -> None:
    """A page moved, and everything below it. A section is a part of its unit: a merger moves all of them at once."""
    if isinstance(page, DisclosurePage):
        record(EventKind.PAGES, [page.pk])
    elif isinstance(page.specific, Section):
        record(EventKind.UNIT, [_present_unit(page.specific.unit)])
    else:
        record(EventKind.SUBTREE, [page.pk])


@receiver(post_save, sender=CityHome)
@receiver(post_save, sender=DistrictHome)
@receiver(post_save, sender=Column)
def structure_changed(instance: Any, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """Titles of columns, and the addresses of all structure, stand in everything below."""
    if not created and not raw:
        record(EventKind.SUBTREE, [instance.pk])


@receiver(post_save, sender=AppliedTable)
def table_applied(instance: AppliedTable, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """A table renamed or moved columns."""
    if created and not raw and not _ACTS_ON_COLUMNS.isdisjoint(instance.summary):
        record(EventKind.DISTRICT, [instance.district_id])


@receiver(post_save, sender=Unit)
def unit_changed(instance: Unit, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """A unit's names stand in its content."""
    if not created and not raw:
        record(EventKind.UNIT, [_present_unit(instance)])


@receiver(post_save, sender=UnitAlias)
@receiver(post_delete, sender=UnitAlias)
def alias_changed(instance: UnitAlias, raw: bool = False, **kwargs: Any) -> None:
    """Content is found by every name of its unit."""
    if not raw:
        record(EventKind.UNIT, [_present_unit(instance.unit)])


def _present_unit(unit: Unit) -> int:
    """The unit that has the content now: of a merged one, its successor."""
    while unit.merged_into is not None:
        unit = unit.merged_into
    return unit.pk


@receiver(post_save, sender=District)
def district_changed(instance: District, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """A district's slug is what its content is counted by."""
    if not created and not raw:
        record(EventKind.DISTRICT, [instance.pk])


@receiver(force_changed)
def force_is_told_anew(records: Any, **kwargs: Any) -> None:
    """The legal force of documents changed on some day, past or to come."""
    record(EventKind.RECORDS, sorted(records))


@receiver(post_save, sender=FileText)
def file_read(instance: FileText, raw: bool = False, **kwargs: Any) -> None:
    """A file was read, perhaps after the page that it belongs to became public."""
    if not raw:
        record(EventKind.FILE, [instance.content_hash])


@receiver(post_save, sender=DocumentKind)
def kind_changed(instance: DocumentKind, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """Documents are found by the name of their kind, and counted under its superior one."""
    if not created and not raw:
        record(EventKind.DOCUMENT_KIND, [instance.pk])


@receiver(post_save, sender=Topic)
def topic_changed(instance: Topic, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """Documents are found by the name of their topic, and counted under its superior one."""
    if not created and not raw:
        record(EventKind.TOPIC, [instance.pk])


@receiver(post_save, sender=InterpretedDocument)
@receiver(post_delete, sender=InterpretedDocument)
def pair_changed(instance: InterpretedDocument, raw: bool = False, **kwargs: Any) -> None:
    """An interpretation names a document, or names it no more."""
    if not raw and instance.document_id is not None:
        record(EventKind.PAGES, [instance.document_id])


def words_changed(raw: bool = False, **kwargs: Any) -> None:
    """Queries are read anew by every process that shares the cache, once the change is committed."""
    if not raw:
        transaction.on_commit(partial(end_generations, WORDS))


for _model in (BestBet, DeniedSuggestion, DictionaryWord, SynonymEntry):
    for _signal in (post_save, post_delete):
        _signal.connect(words_changed, sender=_model)
