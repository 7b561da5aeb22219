"""Bulk content for benchmarks: public pages written straight into the tables, with no review behind them.

Only the reading side is measured on them, so what matters is that rows, indexes and tallies are as after publication.
"""

from __future__ import annotations

import datetime as dt
import json
import uuid

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.utils import timezone
from wagtail.models import Locale, Page

from disclosure_pages.pages.models import Article
from disclosure_pages.tree.domain.places import recount_columns
from disclosure_pages.tree.models import DisclosurePage, Section

CHUNK = 5_000
FIRST_DAY = dt.date(2016, 1, 1)


def seed_articles(section: Section, count: int, *, body: str = "<p>正文。</p>") -> None:
    """Put ``count`` public articles below ``section``, one every few hours from 2016 on."""
    start = section.get_children().count()
    for offset in range(0, count, CHUNK):
        _seed_chunk(section, start + offset, min(CHUNK, count - offset), body)
    Page.objects.filter(pk=section.pk).update(numchild=start + count)
    recount_columns(column_ids=[section.get_parent().pk])


def _seed_chunk(section: Section, first: int, count: int, body: str) -> None:
    content_type, locale = ContentType.objects.get_for_model(Article), Locale.objects.first()
    column = section.get_parent().specific
    now = timezone.now()
    pages = [
        Page(
            title=f"关于第{number}号事项办理情况的公告",
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
        for number in range(first, first + count)
    ]
    Page.objects.bulk_create(pages)
    _insert_children(pages, section, column, first, body)


def _insert_children(pages: list[Page], section: Section, column: Page, first: int, body: str) -> None:
    """Rows of the two child tables; Django refuses ``bulk_create`` on inherited models, so they go in as SQL."""
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
        names = [field.column for field in Article._meta.local_concrete_fields]
        prose = json.dumps([{"type": "text", "value": body, "id": str(uuid.uuid4())}])
        values = {"body": prose, "source": "样例", "formed_on": FIRST_DAY}
        marks = ", ".join(["%s"] * len(names))
        cursor.executemany(
            f"INSERT INTO {Article._meta.db_table} ({', '.join(names)}) VALUES ({marks})",  # noqa: S608
            [[page.pk if name.endswith("ptr_id") else values.get(name, "") for name in names] for page in pages],
        )
