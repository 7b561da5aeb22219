"""Search documents of many pages at once, with a number of queries that depends on their kinds only."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.utils import translation

from disclosure_pages.tree.models import DisclosurePage
from search.documents import AttachmentText, Passage, SearchDocument
from search.engines.contract import Failure, Prepared
from search.models import PageVersion
from search.rules import index_number_key

from .beside import Beside, texts_of, values_of
from .companions import companions_of
from .files import attachments_of
from .headers import READ_ALONG, ROWS_OF_HEADERS, header_of, units_of
from .law import Law, law_of
from .passages import passages_of
from .places import Places, column_value, places_of
from .rows import Rows, rows_of

Preparation = Callable[[Iterable[SearchDocument]], Prepared]

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Built:
    """Documents by their keys, and pages to be tried again: those that could not be made into one, or not a whole one.

    What is in neither is not public.
    """

    documents: dict[int, SearchDocument] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What was read about all pages of a chunk together."""

    rows: Mapping[type, Rows]
    places: Places
    law: Mapping[int, Law]
    attachments: Mapping[int, list[AttachmentText]]
    companions: Mapping[int, list[int]]
    beside: Beside[Passage]
    added: Beside[tuple[str, str]]

    def missing(self, key: int) -> str:
        """Why not all is known that belongs to the page ``key``."""
        return self.beside.failed.get(key) or self.added.failed.get(key, "")


def build(versions: Mapping[int, int]) -> Built:
    """Make documents of those pages among ``versions`` (key → version) that everybody may read now.

    A page that cannot be made into a document is a failure of its own and stops no other. Words of the house, such as
    names of sections, are in the language of the site, whoever's request this happens in.
    """
    with translation.override(settings.LANGUAGE_CODE):
        pages = _public_pages(versions)
        around = _look_around(pages)
        built = Built()
        for page in pages:
            try:
                built.documents[page.pk] = _document(page, versions[page.pk], around)
                if reason := around.missing(page.pk):
                    built.failures.append(Failure(page.pk, reason))
            except Exception as error:
                logger.exception("page %s cannot be indexed", page.pk)
                built.failures.append(Failure(page.pk, f"{type(error).__name__}: {error}"))
        return built


def prepared_now(keys: Sequence[int], prepare: Preparation) -> Prepared:
    """What ``prepare`` makes of the documents of public pages among ``keys`` that have a version."""
    built = build(dict(PageVersion.objects.filter(key__in=keys).values_list("key", "version")))
    prepared = prepare(list(built.documents.values()))
    return Prepared(prepared.entries, [*built.failures, *prepared.failures])


def _public_pages(keys: Collection[int]) -> list[Any]:
    by_kind: dict[Any, list[int]] = defaultdict(list)
    for key, content_type in DisclosurePage.objects.public().filter(pk__in=keys).values_list("pk", "content_type"):
        # Content of a kind that is not installed any more has no class; it is found by its title.
        by_kind[ContentType.objects.get_for_id(content_type).model_class() or DisclosurePage].append(key)
    return [page for kind, found in by_kind.items() for page in _pages_of_kind(kind, found)]


def _pages_of_kind(kind: Any, keys: list[int]) -> Iterable[Any]:
    return kind.objects.public().filter(pk__in=keys).select_related(*READ_ALONG.get(kind, ()))


def _look_around(pages: list[Any]) -> _Surroundings:
    keys = [page.pk for page in pages]
    kinds: dict[type[DisclosurePage], list[int]] = defaultdict(list)
    for page in pages:
        kinds[type(page)].append(page.pk)
    rows = {kind: rows_of(kind, found, more=ROWS_OF_HEADERS.get(kind, ())) for kind, found in kinds.items()}
    units = {key for page in pages for key in (page.unit_id, *units_of(page, rows[type(page)]))}
    places = places_of(columns={page.column_id for page in pages}, units=units)
    beside, added = texts_of(kinds), values_of(kinds)
    return _Surroundings(rows, places, law_of(keys), attachments_of(keys), companions_of(keys), beside, added)


def _document(page: Any, version: int, around: _Surroundings) -> SearchDocument:
    rows, places = around.rows[type(page)], around.places
    header, titles, unit = header_of(page, places, rows), places.columns[page.column_id], places.units[page.unit_id]
    law = around.law.get(page.pk) or Law()
    named = [name for key in (page.unit_id, *units_of(page, rows)) for name in places.units[key].names]
    words = [*header.keywords, law.registration_number, *titles[-1:], *named]
    return SearchDocument(
        key=page.pk,
        version=version,
        url=page.url_path,
        page_type=page._meta.model_name,
        title=page.title,
        district=unit.district,
        unit=unit.value,
        columns=tuple(column_value(titles[: level + 1]) for level in range(len(titles))),
        kinds=header.kinds,
        topics=header.topics,
        attribute=page.attribute,
        number=header.number,
        number_key=header.number_key,
        index_number=index_number_key(law.index_number),
        issuers=header.issuers,
        published_on=page.published_on,
        formed_on=header.formed_on,
        keywords=tuple(dict.fromkeys(filter(None, words))),
        passages=(*passages_of(page, rows), *around.beside.said.get(page.pk, ())),
        attachments=tuple(around.attachments.get(page.pk, ())),
        force=tuple(law.force),
        companions=tuple(around.companions.get(page.pk, ())),
        added=tuple(around.added.said.get(page.pk, ())),
    )
