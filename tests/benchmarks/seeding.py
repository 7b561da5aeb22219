"""Bulk content for benchmarks: public pages written straight into the tables, with no review behind them.

Only the reading side is measured on them, so what matters is that rows, indexes and tallies are as after publication.
"""

from __future__ import annotations

import datetime as dt
import json
import uuid
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.utils import timezone
from wagtail.models import Locale, Page

from disclosure_pages.documents.domain.force import refresh_force
from disclosure_pages.documents.models import DocumentKind, DocumentRelation, LegalRecord, PolicyDocument, Topic
from disclosure_pages.pages.models import Article
from disclosure_pages.tree.domain.places import recount_columns
from disclosure_pages.tree.models import DisclosurePage, Section

CHUNK = 5_000
FIRST_DAY = dt.date(2016, 1, 1)


def seed_articles(section: Section, count: int, *, body: str = "<p>正文。</p>") -> None:
    """Put ``count`` public articles below ``section``, one every few hours from 2016 on."""
    values = {"body": prose(body), "source": "样例", "formed_on": FIRST_DAY}
    seed_pages(Article, section, count, title="关于第{}号事项办理情况的公告", values=values)


def seed_documents(section: Section, count: int, *, body: str = "<p>正文。</p>") -> None:
    """Put ``count`` public policy documents below ``section``, with their force; every fifth repeals an older one."""
    kinds = list(DocumentKind.objects.exclude(parent=None).values_list("pk", flat=True))
    topics = list(Topic.objects.exclude(parent=None).values_list("pk", flat=True))
    values = {"body": prose(body), "effective_rule": "on_publication", "formed_on": FIRST_DAY}
    seed_pages(PolicyDocument, section, count, title="关于第{}号工作的通知", values=values)
    column = section.get_parent().specific
    pages = DisclosurePage.objects.filter(column=column, unit=section.unit_id).order_by("path")
    facts = {"district_id": column.district_id, "unit_id": section.unit_id, "is_public": True}
    records = [
        LegalRecord(
            page_id=key,
            title=title,
            issuer=f"样例机关{number % 40}",
            number=f"样{section.pk}发〔{day.year}〕{number}号",
            number_key=f"样{section.pk}发〔{day.year}〕{number}号",
            number_year=day.year,
            number_serial=number,
            kind_id=kinds[number % len(kinds)],
            topic_id=topics[number % len(topics)],
            issued_on=day,
            published_on=day,
            effective_on=day,
            expires_on=day + dt.timedelta(days=5 * 365) if number % 3 else None,
            **facts,
        )
        for number, (key, title, day) in enumerate(pages.values_list("pk", "title", "published_on"))
    ]
    LegalRecord.objects.bulk_create(records, batch_size=CHUNK)
    _seed_repeals(records)


def _seed_repeals(records: list[LegalRecord]) -> None:
    pairs = [(records[number], records[number // 2]) for number in range(5, len(records), 5)]
    DocumentRelation.objects.bulk_create(
        [
            DocumentRelation(source=new, target=old, kind="repeals", takes_effect_on=new.effective_on)
            for new, old in pairs
        ],
        batch_size=CHUNK,
    )
    refresh_force(records=[record.pk for record in records])


def prose(body: str) -> str:
    """One block of text as a stream field stores it."""
    return json.dumps([{"type": "text", "value": body, "id": str(uuid.uuid4())}])


def seed_pages(model: type[Page], section: Section, count: int, *, title: str, values: dict[str, Any]) -> None:
    """Put ``count`` public pages of one kind below ``section``; ``values`` are its own columns that are not empty."""
    start = section.get_children().count()
    for offset in range(0, count, CHUNK):
        first = start + offset
        pages = _base_pages(model, section, range(first, first + min(CHUNK, count - offset)), title)
        Page.objects.bulk_create(pages)
        _insert_children(model, pages, section, first, values)
    Page.objects.filter(pk=section.pk).update(numchild=start + count)
    recount_columns(column_ids=[section.get_parent().pk])


def _base_pages(model: type[Page], section: Section, numbers: range, title: str) -> list[Page]:
    content_type, locale = ContentType.objects.get_for_model(model), Locale.objects.first()
    now = timezone.now()
    return [
        Page(
            title=title.format(number),
            draft_title="",
            slug=f"p{section.pk}-{number}",
            path=Page._get_path(section.path, section.depth + 1, number + 1),
            depth=section.depth + 1,
            url_path=f"{section.url_path}p{section.pk}-{number}/",
            content_type=content_type,
            locale=locale,
            translation_key=uuid.uuid4(),
            live=True,
            first_published_at=now,
            last_published_at=now,
        )
        for number in numbers
    ]


def _insert_children(
    model: type[Page], pages: list[Page], section: Section, first: int, values: dict[str, Any]
) -> None:
    """Rows of the two child tables; Django refuses ``bulk_create`` on inherited models, so they go in as SQL."""
    column = section.get_parent().specific
    common = (column.district_id, section.unit_id, column.pk, True, "proactive")
    rows = [
        (page.pk, *common, page.slug, FIRST_DAY + dt.timedelta(days=(first + index) // 30))
        for index, page in enumerate(pages)
    ]
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {DisclosurePage._meta.db_table} "  # noqa: S608 - a table name of our own
            "(page_ptr_id, district_id, unit_id, column_id, is_public, attribute, column_slug, published_on) "
            "VALUES (%s, %s, %s, %s, %s, %s, %s, %s)",
            rows,
        )
        fields = model._meta.local_concrete_fields
        names = ", ".join(field.column for field in fields)
        cursor.executemany(
            f"INSERT INTO {model._meta.db_table} ({names}) VALUES ({', '.join(['%s'] * len(fields))})",  # noqa: S608
            [[page.pk if field.primary_key else _stored(field, values) for field in fields] for page in pages],
        )


def _stored(field: Any, values: dict[str, Any]) -> Any:
    return values.get(field.name, None if field.null else "")
