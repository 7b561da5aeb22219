"""Documents whose term ends soon: from the table of legal force, so extensions and repeals count."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.people.domain.roles import districts_of, people_with_role, units_of
from cms.tenancy.models import Unit
from disclosure_pages.clearance.letters import admin_url, write_letters
from disclosure_pages.documents.force.enums import CauseKind, LegalForce, RelationKind
from disclosure_pages.documents.models import ForcePeriod, LegalRecord, PolicyDocument
from disclosure_pages.rounds.exceptions import RoundRefused
from disclosure_pages.rounds.models import ExpiryDays, ExpiryNotice
from disclosure_pages.rounds.rules import OFFICE_ROLES
from disclosure_pages.tree.models import Column, Section
from disclosure_pages.tree.querysets import UNIT_ROLES

from .drafting import begin_draft

if TYPE_CHECKING:
    from cms.people.models import User

ONE_DAY = dt.timedelta(days=1)
#: Title of the draft that is begun for each relation.
TITLES: dict[str, Any] = {
    RelationKind.EXTENDS: gettext_lazy("Notice on extending the term of “%(title)s”"),
    RelationKind.REPEALS: gettext_lazy("Notice on repealing “%(title)s”"),
}


@dataclass(frozen=True, kw_only=True)
class Expiring:
    """A document and the last day of its term."""

    record: LegalRecord
    expires_on: dt.date
    days_left: int
    stage: str

    @property
    def is_late(self) -> bool:
        """Whether the last notice is due."""
        return self.stage == ExpiryNotice.LATE


def ending_periods(*, on: dt.date, days: int) -> QuerySet[ForcePeriod]:
    """Periods that begin because a term ends within ``days`` from ``on``, its last day counted; soonest first.

    A document that is repealed before, or extended, has no such period.
    """
    over = ForcePeriod.objects.filter(force=LegalForce.EXPIRED, cause_kind=CauseKind.EXPIRY, is_public=True)
    soon = over.filter(starts_on__gt=on, starts_on__lte=on + dt.timedelta(days=days) + ONE_DAY)
    return soon.select_related("record__unit", "record__page").order_by("starts_on", "record__number_key", "pk")


def expiring(*, on: dt.date, days: ExpiryDays) -> QuerySet[ForcePeriod]:
    """What units are told of on the day ``on``."""
    return ending_periods(on=on, days=days.early)


def expiring_in_view_of(user: User, *, on: dt.date, days: ExpiryDays) -> QuerySet[ForcePeriod]:
    """Of one's units, and of one's district for its offices."""
    return expiring(on=on, days=days).filter(
        Q(record__unit__in=units_of(user, UNIT_ROLES)) | Q(district__in=districts_of(user, OFFICE_ROLES))
    )


def as_expiring(periods: Iterable[ForcePeriod], *, on: dt.date, days: ExpiryDays) -> list[Expiring]:
    """Rows for people, from periods."""
    rows = []
    for period in periods:
        last = period.starts_on - ONE_DAY
        left = (last - on).days
        rows.append(Expiring(record=period.record, expires_on=last, days_left=left, stage=days.stage_of(left)))
    return rows


@transaction.atomic
def send_notices(*, on: dt.date) -> dict[Unit, list[Expiring]]:
    """Tell each unit of the terms that have come within the days of a notice since the last run; returns who was told.

    Run twice on a day it writes once. A unit gets one letter with all of its documents.
    """
    days = ExpiryDays.load()
    told = set(ExpiryNotice.objects.filter(expires_on__gte=on).values_list("record", "expires_on", "stage"))
    rows = as_expiring(expiring(on=on, days=days), on=on, days=days)
    fresh = [row for row in rows if (row.record.pk, row.expires_on, row.stage) not in told]
    by_unit: dict[Unit, list[Expiring]] = defaultdict(list)
    for row in fresh:
        by_unit[row.record.unit].append(row)
    for unit, found in by_unit.items():
        _write(unit, found)
    notices = [ExpiryNotice(record=row.record, expires_on=row.expires_on, stage=row.stage) for row in fresh]
    ExpiryNotice.objects.bulk_create(notices, batch_size=500)
    return dict(by_unit)


def _write(unit: Unit, rows: list[Expiring]) -> None:
    write_letters(
        kind="expiring",
        people=people_with_role(*UNIT_ROLES, unit=unit),
        subject=gettext_lazy("Documents whose term ends"),
        link=admin_url("gongkai_rounds:expiring"),
        unit=unit,
        rows=rows,
    )


@transaction.atomic
def begin_follow_up(*, record: LegalRecord, user: User, kind: str) -> PolicyDocument:
    """A draft that extends or repeals ``record``, beside it where that section is open; its author finishes it.

    Raises ``RoundRefused`` for whoever writes nothing for the unit, and where no section of the unit is open.
    """
    section = _section_for(record, user)
    if section is None or kind not in TITLES:
        raise RoundRefused(_("Your unit has no open section in which such a document can be written."))
    row = {"kind": kind, "target_id": record.page_id, "target_title": record.title, "target_number": record.number}
    title = TITLES[kind] % {"title": record.title}
    return begin_draft(PolicyDocument, section=section, user=user, title=title, relations=[row])


def _section_for(record: LegalRecord, user: User) -> Section | None:
    """The section that holds the document, else the first of its unit that takes documents."""
    if not units_of(user, ["editor"]).filter(pk=record.unit_id).exists():
        return None
    takes_documents = {"purpose__in": PolicyDocument.purposes, "retired_on": None}
    columns = Column.objects.filter(district=record.district_id, **takes_documents)
    paths = set(columns.values_list("path", flat=True))
    sections = [
        section
        for section in Section.objects.filter(unit=record.unit_id, closed_on=None).order_by("path")
        if section.path[: -Section.steplen] in paths
    ]
    own = [section for section in sections if record.page is not None and record.page.path.startswith(section.path)]
    return next(iter([*own, *sections]), None)
