"""The city gives a field to a district, and moves its days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from plugins.api import District, Role, people_with_role
from plugins.contrib.item_catalogue.domain.versions import draft_version
from plugins.contrib.item_catalogue.exceptions import ItemsRefused
from plugins.contrib.item_catalogue.models import Assignment, Catalogue, Field
from plugins.contrib.item_catalogue.structure import standard_shape

ASSIGNED, MOVED = "gongkai.items.field_assigned", "gongkai.items.deadlines_changed"


@dataclass(frozen=True, slots=True)
class DueDays:
    """The last day of each step, in Asia/Shanghai and in this order."""

    draft_due: dt.date
    audit_due: dt.date
    adapt_due: dt.date
    publish_due: dt.date

    def check(self) -> None:
        """Raises :class:`ItemsRefused` when a later step would end before an earlier one."""
        days = [self.draft_due, self.audit_due, self.adapt_due, self.publish_due]
        if days != sorted(days):
            raise ItemsRefused(_("Each step ends after the one before: drafted, audited, adapted, published."))


@transaction.atomic
def assign_field(
    *, field: Field, district: District, due: DueDays, auditors: Iterable[Any] = (), user: Any = None
) -> Assignment:
    """Give ``field`` to ``district``, which drafts from its last version, or from nothing.

    Raises :class:`ItemsRefused` where the field is in work there already, the days are in no order or somebody named
    does not audit for the city.
    """
    due.check()
    named = _named(auditors, district)
    draft = draft_version(field=field, owner=district, shape=standard_shape())  # locks the field
    if Assignment.objects.open().filter(field=field, district=district).exists():
        words = {"field": field, "district": district}
        raise ItemsRefused(_("“%(field)s” is in work in %(district)s already; change its days instead.") % words)
    return begin_assignment(catalogue=draft, district=district, due=due, auditors=named, user=user)


def begin_assignment(
    *, catalogue: Catalogue, district: District, due: DueDays, auditors: Iterable[Any], user: Any, **values: Any
) -> Assignment:
    """The row and its line in the log; inside the caller's transaction."""
    assignment = Assignment.objects.create(
        field=catalogue.field, district=district, catalogue=catalogue, **asdict(due), **values
    )
    assignment.auditors.set(auditors)
    log(assignment, ASSIGNED, user=user, data=_days(due))
    return assignment


@transaction.atomic
def change_deadlines(*, assignment: Assignment, due: DueDays, auditors: Iterable[Any], user: Any = None) -> None:
    """Move the days of an assignment and name who audits it; reminders of days that are gone are not sent any more."""
    due.check()
    named = _named(auditors, assignment.district)
    held = Assignment.objects.select_for_update().get(pk=assignment.pk)
    if held.published_at:
        raise ItemsRefused(_("It is published; the city assigns the field again for another version."))
    for name, day in asdict(due).items():
        setattr(held, name, day)
    held.save(update_fields=list(asdict(due)))
    held.auditors.set(named)
    log(held, MOVED, user=user, data=_days(due))


def due_days_of(assignment: Assignment) -> DueDays:
    """The days as one value."""
    return DueDays(assignment.draft_due, assignment.audit_due, assignment.adapt_due, assignment.publish_due)


def _named(auditors: Iterable[Any], district: District) -> list[Any]:
    """The people as a list, when all of them are auditors of the district's city today."""
    named = list(auditors)
    here = set(people_with_role(Role.CITY_AUDITOR, city=district.city)) if named else set()
    if strange := [str(person) for person in named if person not in here]:
        words = {"people": "、".join(strange), "city": district.city, "district": district}
        raise ItemsRefused(
            _("%(people)s: not among the auditors of %(city)s, who audit for %(district)s. Choose among those.") % words
        )
    return named


def _days(due: DueDays) -> dict[str, str]:
    return {name: day.isoformat() for name, day in asdict(due).items()}
