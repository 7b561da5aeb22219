"""One person's desk for one request: every list is looked up once, however many panels and links ask for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from cms.people.domain.roles import districts_of, units_of
from cms.people.enums import Role
from disclosure_pages.clearance.domain.waiting import due_at, reviews_waiting_for, with_contents
from disclosure_pages.clearance.enums import ReviewStage
from disclosure_pages.clearance.held_roles import held_roles
from disclosure_pages.clearance.models import ReviewDays
from disclosure_pages.clearance.rules import ROLE_OF_STAGE
from disclosure_pages.clearance.views.listings import OVERSEEING_ROLES
from disclosure_pages.tree.querysets import UNIT_ROLES

from .enums import Freshness
from .freshness import Place, places_of_districts, places_of_units
from .work import (
    drafts_of,
    exceptions_since,
    held_back,
    newest_of_units,
    overdue_in_view_of,
    returned_to,
    submitted_by,
    waiting_for_their_day,
)

ROWS = 8
EXCEPTION_DAYS = 30
CACHE = "_gongkai_desk"


@dataclass(frozen=True, kw_only=True)
class Pile:
    """The first rows of a list, and how many there are in all."""

    rows: list[Any]
    count: int

    @property
    def rest(self) -> int:
        """How many are not shown."""
        return self.count - len(self.rows)


def desk_of(request: HttpRequest) -> Desk:
    """The desk of whoever sends ``request``."""
    desk: Desk | None = getattr(request, CACHE, None)
    if desk is None:
        desk = Desk(request)
        setattr(request, CACHE, desk)
    return desk


class Desk:
    """What waits for the person, by kind of work."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.user: Any = request.user
        self.now = timezone.now()
        self.roles = held_roles(request)

    def holds(self, roles: Iterable[str]) -> bool:
        """Whether the person has one of ``roles`` anywhere."""
        return bool(self.roles.intersection(roles))

    @property
    def is_author(self) -> bool:
        """Whether the person writes for a unit or answers for what it writes."""
        return self.holds(UNIT_ROLES)

    @property
    def is_reviewer(self) -> bool:
        """Whether reviews may wait for the person."""
        return self.holds(ROLE_OF_STAGE.values())

    @property
    def is_overseer(self) -> bool:
        """Whether the person keeps an eye on districts."""
        return self.holds(OVERSEEING_ROLES)

    @cached_property
    def drafts(self) -> Pile:
        return _pile(drafts_of(self.user))

    @cached_property
    def returned(self) -> Pile:
        return self._with_contents(returned_to(self.user))

    @cached_property
    def submitted(self) -> Pile:
        return self._reviews(submitted_by(self.user, now=self.now))

    @cached_property
    def scheduled(self) -> Pile:
        return _pile(waiting_for_their_day(self.user))

    @cached_property
    def held(self) -> Pile:
        return _pile(held_back(self.user))

    @cached_property
    def waiting(self) -> Pile:
        return self._reviews(reviews_waiting_for(self.user, now=self.now))

    @cached_property
    def overdue(self) -> Pile:
        return self._reviews(overdue_in_view_of(self.user, now=self.now))

    @cached_property
    def newest(self) -> Pile:
        return Pile(rows=list(newest_of_units(self.user)[:ROWS]), count=0)

    @cached_property
    def exceptions(self) -> dict[str, int]:
        since = self.now - dt.timedelta(days=EXCEPTION_DAYS)
        return exceptions_since(self.user, OVERSEEING_ROLES, since=since)

    @cached_property
    def writing_units(self) -> set[int]:
        """Keys of the units for which the person writes."""
        return set(units_of(self.user, [Role.EDITOR]).values_list("pk", flat=True))

    @cached_property
    def places(self) -> list[Place]:
        """Places of the person's units; for an overseer without a unit, the columns of the districts."""
        today = timezone.localdate(self.now)
        if self.is_author:
            return places_of_units(units_of(self.user, UNIT_ROLES), on=today)
        if self.is_overseer:
            return places_of_districts(districts_of(self.user, OVERSEEING_ROLES), on=today)
        return []

    @property
    def pressing_places(self) -> Pile:
        """Places that are too old, soon too old, or empty."""
        pressing = [place for place in self.places if place.state != Freshness.FRESH]
        return Pile(rows=pressing[:ROWS], count=len(pressing))

    def _reviews(self, reviews: Any) -> Pile:
        pile = self._with_contents(reviews.select_related("workflow_state__requested_by"))
        for row in pile.rows:
            row.due_at = due_at(row, days=self._days)
            row.stage_label = ReviewStage(row.stage).label
        return pile

    @cached_property
    def _days(self) -> ReviewDays:
        return ReviewDays.load(self.request)

    def _with_contents(self, rows: Any) -> Pile:
        pile = _pile(rows)
        return Pile(rows=with_contents(pile.rows), count=pile.count)


def _pile(rows: Any) -> Pile:
    return Pile(rows=list(rows[:ROWS]), count=rows.count())
