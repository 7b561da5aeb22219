"""Who changed what and when, field by field, from django-simple-history."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model, QuerySet
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import Column, Table, UserColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail_modeladmin.views import InstanceSpecificView, WMABaseView

from cms.registers.domain.scope import can_view_register, visible_history

from .scoped import ScopedInstanceMixin

PER_PAGE = 50
ACTS = {"+": gettext_lazy("Created"), "~": gettext_lazy("Changed"), "-": gettext_lazy("Deleted")}


@dataclass(frozen=True)
class FieldChange:
    """One field, in words."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class HistoryEntry:
    """One act on one entry."""

    what: str
    act: str
    user: Model | None
    timestamp: dt.datetime
    reason: str
    changes: list[FieldChange]

    @property
    def when(self) -> str:
        """Day and time in Asia/Shanghai, to the second: a history is read to find out what came first."""
        return timezone.localtime(self.timestamp).strftime("%Y-%m-%d %H:%M:%S")


class ChangesColumn(Column):
    """The fields that changed, each with its old and new value."""

    cell_template_name = "gongkai_registers/includes/changes_cell.html"


COLUMNS = [
    Column("timestamp", label=gettext_lazy("When"), accessor=lambda entry: entry.when),
    UserColumn("user", label=gettext_lazy("Who"), blank_display_name=gettext_lazy("system")),
    Column("act", label=gettext_lazy("Act")),
    Column("what", label=gettext_lazy("Entry")),
    ChangesColumn("changes", label=gettext_lazy("Changes")),
    Column("reason", label=gettext_lazy("Reason")),
]


def entries(records: Iterable[Any]) -> Iterator[HistoryEntry]:
    """History rows in words; each row is compared with the one before it of the same entry."""
    for record in records:
        yield HistoryEntry(
            what=_name(record),
            act=str(ACTS[record.history_type]),
            user=record.history_user,
            timestamp=record.history_date,
            reason=record.history_change_reason or "",
            changes=list(_changes(record)),
        )


def _name(record: Any) -> str:
    kind = capfirst(record.instance_type._meta.verbose_name)
    try:
        return f"{kind} · {record.instance}"
    except ObjectDoesNotExist:  # something that the entry's name is made of was deleted
        return f"{kind} #{record.id}"


def _changes(record: Any) -> Iterator[FieldChange]:
    if record.history_type == "-":
        return
    previous = record.prev_record
    for field in record.tracked_fields:
        before = "" if previous is None else _value(previous, field)
        after = _value(record, field)
        if before != after and not field.primary_key:
            yield FieldChange(str(field.verbose_name), before, after)


def _value(record: Any, field: Any) -> str:
    raw = getattr(record, field.attname)
    if raw is None or raw == "":
        return ""
    if field.remote_field:
        target = field.remote_field.model._default_manager.filter(pk=raw).first()
        return str(target) if target else f"#{raw}"
    if isinstance(raw, bool):
        return _("yes") if raw else _("no")
    display = dict(field.flatchoices).get(raw) if field.choices else None
    return str(display if display is not None else raw)


class _HistoryTableMixin(WagtailAdminTemplateMixin):
    """Pages of a table of history rows."""

    template_name = "gongkai_registers/history.html"

    def get_records(self) -> list[QuerySet[Any]]:
        """Querysets of history rows, one a model."""
        raise NotImplementedError

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        records = [record for rows in self.get_records() for record in rows.select_related("history_user")]
        records.sort(key=lambda record: (record.history_date, record.history_id), reverse=True)
        page = WagtailPaginator(records, PER_PAGE).get_page(self.request.GET.get("p"))
        table = Table(COLUMNS, list(entries(page.object_list)))
        return super().get_context_data(
            table=table, media=table.media, page_obj=page, is_paginated=True, paginator=page.paginator, **kwargs
        )

    def get_template_names(self) -> list[str]:
        return [self.template_name]


class EntryHistoryView(_HistoryTableMixin, ScopedInstanceMixin, InstanceSpecificView):
    """The history of one entry, and of what it is made of."""

    page_title = gettext_lazy("History")

    def get_page_subtitle(self) -> str:
        return str(self.instance)

    def get_records(self) -> list[QuerySet[Any]]:
        own = self.instance.history.all()
        parts = [part.history.filter(**{field: self.instance.pk}) for part, field in self.model_admin.history_parts]
        return [own, *parts]


class RegisterChangesView(_HistoryTableMixin, WMABaseView):
    """The latest changes of a whole register, deletions included."""

    page_title = gettext_lazy("Changes")
    latest = 500

    def check_action_permitted(self, user: Any) -> bool:
        return can_view_register(user, self.model)

    def get_page_subtitle(self) -> str:
        return self.verbose_name_plural

    def get_records(self) -> list[QuerySet[Any]]:
        rows = visible_history(self.request.user, self.model)
        return [rows.order_by("-history_date", "-history_id")[: self.latest]]
