"""Purging a plug-in whose package is gone: everything that it kept goes, after it was written to a backup file.

Its tables go first and the product's rows to which they lead after them; rows that a table refers to cannot go before.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.utils.translation import gettext as _
from wagtail.actions.delete_page import DeletePageAction
from wagtail.models import Revision

from disclosure_pages.tree.acts import editorial_act
from disclosure_pages.tree.models import DisclosurePage, GoneAddress
from plugins.discovery import discovered
from plugins.models import Activation, Delivery, Footprint, Incident, JobRun


class CannotPurge(Exception):
    """The plug-in cannot be purged; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Remains:
    """What is there of a plug-in: rows of each of its tables, and pages, some of which are public."""

    plugin: str
    title: str
    label: str
    tables: Mapping[str, int]
    pages: int
    public_pages: int


def remains_of(plugin: str) -> Remains:
    """What a purge would take away. Raises :class:`CannotPurge` for one that is installed, or has left nothing."""
    if plugin in discovered().names:
        raise CannotPurge(
            _("“%(name)s” is installed. Remove its package, or name it in PLUGINS_LEFT_OUT, and purge it then.")
            % {"name": plugin}
        )
    footprint = Footprint.objects.filter(plugin=plugin).first()
    activation = Activation.objects.filter(plugin=plugin).first()
    if footprint is None and activation is None:
        raise CannotPurge(_("Nothing is kept of a plug-in “%(name)s”.") % {"name": plugin})
    label, tables = (footprint.label, footprint.tables) if footprint is not None else ("", [])
    present = set(connection.introspection.table_names())
    pages = _pages(label)
    return Remains(
        plugin=plugin,
        title=str(footprint.title if footprint is not None else activation.title),  # type: ignore[union-attr]
        label=label,
        tables={table: _count(table) for table in tables if table in present},
        pages=pages.count(),
        public_pages=pages.filter(is_public=True).count(),
    )


def write_backup(remains: Remains, path: Path) -> None:
    """Write all rows that :func:`purge` takes away: gzipped lines of JSON, ``{"table": …, "row": {…}}``.

    Raises ``FileExistsError`` rather than write over an earlier backup.
    """
    keys = list(_pages(remains.label).values_list("pk", flat=True))
    own = ((table, row) for table in remains.tables for row in _rows(table))
    pages = ((table, row) for table, field in _PAGE_TABLES.items() for row in _rows(table, field=field, keys=keys))
    revisions = Revision.objects.filter(content_type__in=_kinds(remains.label)).values_list("pk", flat=True)
    older = ((_REVISIONS, row) for row in _rows(_REVISIONS, field="id", keys=list(revisions)))
    with path.open("xb") as raw, gzip.open(raw, "wt", encoding="utf-8") as file:
        for table, row in (*own, *pages, *older):
            file.write(json.dumps({"table": table, "row": row}, ensure_ascii=False, cls=_Encoder) + "\n")


@transaction.atomic
def purge(remains: Remains) -> None:
    """Take everything away. Addresses of public pages answer 410 from now on."""
    pages = list(_pages(remains.label))
    kinds = list(_kinds(remains.label))
    _drop(list(remains.tables))
    reason = _("The function “%(name)s”, with which it was made, was removed.") % {"name": remains.title}
    with editorial_act("delete"):
        for page in pages:
            if page.is_public:
                defaults = {"page_id": page.pk, "reason": reason}
                GoneAddress.objects.update_or_create(url_path=page.url_path, defaults=defaults)
            DeletePageAction(page, user=None).execute(skip_permission_checks=True)
    Revision.objects.filter(content_type__in=kinds).delete()
    ContentType.objects.filter(pk__in=[kind.pk for kind in kinds]).delete()
    MigrationRecorder(connection).migration_qs.filter(app=remains.label).delete()
    for model in (Activation, Delivery, Footprint, Incident, JobRun):
        model._default_manager.filter(plugin=remains.plugin).delete()


_REVISIONS = Revision._meta.db_table
#: Tables of the product with a row for each page, and the column of its key.
_PAGE_TABLES = {
    DisclosurePage._meta.get_field("page_ptr").related_model._meta.db_table: "id",
    DisclosurePage._meta.db_table: "page_ptr_id",
}


class _Encoder(DjangoJSONEncoder):
    def default(self, o: Any) -> Any:
        return bytes(o).hex() if isinstance(o, bytes | memoryview) else super().default(o)


def _kinds(label: str) -> Any:
    return ContentType.objects.filter(app_label=label) if label else ContentType.objects.none()


def _pages(label: str) -> Any:
    return DisclosurePage.objects.filter(content_type__in=_kinds(label)).order_by("-path")


def _count(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM {connection.ops.quote_name(table)}")  # noqa: S608 (a quoted name)
        return int(cursor.fetchone()[0])


def _rows(table: str, *, field: str = "", keys: list[int] | None = None) -> Iterator[dict[str, Any]]:
    quote = connection.ops.quote_name
    sql = f"SELECT * FROM {quote(table)}"  # noqa: S608 (a quoted name)
    for part in [None] if keys is None else [keys[start : start + 500] for start in range(0, len(keys), 500)]:
        where = f" WHERE {quote(field)} IN ({', '.join(['%s'] * len(part))})" if part is not None else ""
        with connection.cursor() as cursor:
            cursor.execute(sql + where, part)
            names = [column[0] for column in cursor.description]
            yield from (dict(zip(names, row, strict=True)) for row in cursor.fetchall())


def _drop(tables: list[str]) -> None:
    """All of them, whichever leads to which."""
    quote, suffix = connection.ops.quote_name, " CASCADE" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA defer_foreign_keys = ON")
        for table in tables:
            cursor.execute(f"DROP TABLE {quote(table)}{suffix}")
