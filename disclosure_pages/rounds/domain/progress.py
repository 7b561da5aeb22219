"""How far each unit of a round is: one query."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from disclosure_pages.rounds.models import ReviewRound, RoundUnit
from disclosure_pages.rounds.querysets import APPROVED, RETURNED, UNDECIDED


@dataclass(frozen=True, kw_only=True)
class UnitProgress:
    """One unit's part, and how many of its documents are in which state."""

    part: RoundUnit
    total: int
    undecided: int
    returned: int
    approved: int

    @property
    def decided(self) -> int:
        """Documents about which the unit has said something that stands."""
        return self.total - self.undecided

    @property
    def percent(self) -> int:
        """Share of decided documents, rounded down."""
        return 100 * self.decided // self.total if self.total else 0


def progress_of(*, review_round: ReviewRound) -> list[UnitProgress]:
    """Every unit of the round in the order of the register."""
    counted: dict[int, Any] = {
        row["unit"]: row
        for row in review_round.items.order_by()
        .values("unit")
        .annotate(
            total=Count("pk"),
            undecided=Count("pk", filter=UNDECIDED | RETURNED),
            returned=Count("pk", filter=RETURNED),
            approved=Count("pk", filter=APPROVED),
        )
    }
    parts = review_round.units.select_related("unit", "handed_in_by").order_by("unit__code")
    numbers = ("total", "undecided", "returned", "approved")
    empty: dict[str, Any] = dict.fromkeys(numbers, 0)
    return [
        UnitProgress(part=part, **{name: counted.get(part.unit_id, empty)[name] for name in numbers}) for part in parts
    ]
