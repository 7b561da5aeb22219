"""People who go along when their unit becomes part of another one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cms.people.models import Membership
from cms.tenancy.domain.journal import Journal
from cms.tenancy.models import Unit

ONE_DAY = dt.timedelta(days=1)


def move_memberships(*, unit: Unit, into: Unit, day: dt.date, journal: Journal) -> Iterator[Membership]:
    """End memberships in ``unit`` on the eve of ``day`` and go on with them in ``into``; yields those that go on.

    A person who is both already keeps one membership that covers both periods. Periods before ``day`` stay in
    ``unit``, where they were. Rights follow each saved membership at once.
    """
    going_on = Membership.objects.filter(unit=unit).exclude(ends_on__lt=day).select_related("user")
    for membership in going_on.order_by("pk"):
        starts = max(membership.starts_on or day, day)
        _go_on(membership, into=into, starts=starts, journal=journal)
        if membership.starts_on is not None and membership.starts_on >= day:
            journal.delete(membership)
        else:
            journal.change(membership, ends_on=day - ONE_DAY)
        yield membership


def _go_on(membership: Membership, *, into: Unit, starts: dt.date, journal: Journal) -> None:
    held = Membership.objects.filter(user=membership.user, role=membership.role, unit=into).first()
    if held is None:
        journal.create(
            Membership(
                user=membership.user, role=membership.role, unit=into, starts_on=starts, ends_on=membership.ends_on
            )
        )
        return
    ended_before = held.ends_on is not None and held.ends_on < starts - ONE_DAY
    starts_on = starts if ended_before else _earlier(held.starts_on, starts)
    ends_on = _later(held.ends_on, membership.ends_on)
    if (starts_on, ends_on) != (held.starts_on, held.ends_on):
        journal.change(held, starts_on=starts_on, ends_on=ends_on)


def _earlier(one: dt.date | None, other: dt.date | None) -> dt.date | None:
    """The earlier start; no day is the earliest."""
    return None if one is None or other is None else min(one, other)


def _later(one: dt.date | None, other: dt.date | None) -> dt.date | None:
    """The later end; no day is the latest."""
    return None if one is None or other is None else max(one, other)
