"""How far assignments are: one query for their items, whatever their number."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from plugins.contrib.item_catalogue.assignments import AssignmentQuerySet
from plugins.contrib.item_catalogue.models import Assignment
from plugins.contrib.item_catalogue.process.states import ItemState, Step, Tone
from plugins.contrib.item_catalogue.process.steps import DUE_OF, open_steps, percent_of, tone_of


@dataclass(frozen=True, slots=True)
class Standing:
    """One assignment as it stands: items by state, and every step that waits for somebody."""

    assignment: Assignment
    counts: Mapping[str, int]
    steps: Sequence[Step]
    today: dt.date

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def percent(self) -> int:
        return percent_of(self.counts)

    @property
    def step(self) -> Step:
        """The step that holds everything up: the earliest."""
        return self.steps[0]

    @property
    def due(self) -> dt.date | None:
        """The last day of that step."""
        return self.due_of(self.step)

    @property
    def tone(self) -> Tone:
        """The worst of all steps that wait."""
        tones = {tone_of(self.due_of(step), today=self.today) for step in self.steps}
        return next(tone for tone in Tone if tone in tones)

    @property
    def states(self) -> list[tuple[ItemState, int]]:
        """Items by state, in the order of the process; states that no item has are out."""
        return [(state, self.counts[state]) for state in ItemState if self.counts.get(state)]

    def due_of(self, step: Step) -> dt.date | None:
        """The last day of a step; none when it is done."""
        day: dt.date | None = getattr(self.assignment, DUE_OF[step]) if step in DUE_OF else None
        return day


def standings_of(assignments: AssignmentQuerySet, *, today: dt.date) -> list[Standing]:
    """Every assignment with its field, district and progress, in two queries."""
    found = list(assignments.select_related("field", "district"))
    counts = Assignment.objects.filter(pk__in=assignments.order_by().values("pk")).items_by_state()
    return [_standing(one, counts.get(one.pk, {}), today) for one in found]


def newest(standings: Iterable[Standing]) -> dict[tuple[int, int], Standing]:
    """The last assignment of each field in each district, by the keys of both."""
    by_age = sorted(standings, key=lambda one: one.assignment.pk)
    return {(one.assignment.field_id, one.assignment.district_id): one for one in by_age}


def _standing(assignment: Assignment, given: Mapping[str, int], today: dt.date) -> Standing:
    counts = {state: number for state, number in given.items() if state}
    if begun := given.get(""):
        counts[assignment.first_state] = counts.get(assignment.first_state, 0) + begun
    adopted, published = assignment.adopted_at is not None, assignment.published_at is not None
    return Standing(assignment, counts, open_steps(counts, is_adopted=adopted, is_published=published), today)
