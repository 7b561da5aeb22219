"""Which documents of a district a round looks at: by unit, age, term, kind and legal force."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from disclosure_pages.documents.force.enums import CauseKind, LegalForce
from disclosure_pages.documents.models import ForcePeriod, LegalRecord
from disclosure_pages.documents.querysets import on_day
from disclosure_pages.rounds.enums import RoundState
from disclosure_pages.rounds.exceptions import RoundRefused
from disclosure_pages.rounds.models import ReviewRound, RoundItem, RoundUnit

from .permitting import lock_round, require_office

if TYPE_CHECKING:
    from cms.people.models import User
    from cms.tenancy.models import Unit

BATCH = 500
SAMPLE = 10
ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Selection:
    """What is asked for. ``units`` and ``kinds`` are keys, ``force`` is a ``LegalForce``, or empty for “in force”.

    ``formed_before`` is exclusive; ``expires_until`` inclusive, and by the term as it is now, extensions counted.
    """

    units: tuple[int, ...] = ()
    kinds: tuple[int, ...] = ()
    legal_class: str = ""
    force: str = ""
    formed_before: dt.date | None = None
    expires_until: dt.date | None = None


@dataclass(frozen=True, kw_only=True)
class Preview:
    """What a selection finds: documents that can be added, how many of each unit, and how many are in use already."""

    total: int
    taken: int
    by_unit: list[tuple[str, int]] = field(default_factory=list)
    sample: list[Any] = field(default_factory=list)


def records_selected(*, review_round: ReviewRound, selection: Selection, on: dt.date) -> QuerySet[LegalRecord]:
    """Public documents of the district that ``selection`` asks for, by their legal force on the day ``on``."""
    records = LegalRecord.objects.public().of_district(review_round.district).filter(page__isnull=False)
    conditions: dict[str, Any] = {
        "unit__in": selection.units,
        "kind__in": selection.kinds,
        "kind__legal_class": selection.legal_class,
        "formed_on__lt": selection.formed_before,
    }
    records = records.filter(**{name: value for name, value in conditions.items() if value})
    if selection.expires_until:
        records = records.filter(pk__in=_ending_by(selection.expires_until))
    found: QuerySet[LegalRecord] = records.filter(pk__in=_with_force(selection.force, on))
    return found


def _with_force(force: str, on: dt.date) -> QuerySet[Any]:
    asked = {"force": force} if force else {"is_in_force": True}
    return ForcePeriod.objects.filter(**asked, **on_day(on)).values("record")


def _ending_by(day: dt.date) -> QuerySet[Any]:
    over = ForcePeriod.objects.filter(force=LegalForce.EXPIRED, cause_kind=CauseKind.EXPIRY)
    return over.filter(starts_on__lte=day + ONE_DAY).values("record")


def free_records(records: QuerySet[LegalRecord]) -> QuerySet[LegalRecord]:
    """Of ``records``, those that no running round holds."""
    held = RoundItem.objects.filter(round__in=ReviewRound.objects.running().values("pk"))
    return records.exclude(pk__in=held.values("record"))


def preview_selection(*, review_round: ReviewRound, selection: Selection, on: dt.date) -> Preview:
    """What adding this selection would do; a fixed number of queries."""
    found = records_selected(review_round=review_round, selection=selection, on=on)
    free = free_records(found)
    by_unit = free.order_by().values_list("unit__name").annotate(total=Count("pk")).order_by("unit__code")
    total = free.count()
    sample = free.select_related("unit").order_by("unit__code", "formed_on", "pk")[:SAMPLE]
    return Preview(total=total, taken=found.count() - total, by_unit=list(by_unit), sample=list(sample))


@transaction.atomic
def add_documents(*, review_round: ReviewRound, user: User, selection: Selection, on: dt.date) -> int:
    """Put what is selected and free into the round; returns how many documents that were."""
    _check(review_round, user)
    free = free_records(records_selected(review_round=review_round, selection=selection, on=on))
    rows = list(free.values_list("pk", "unit_id"))
    items = [RoundItem(round=review_round, record_id=record, unit_id=unit) for record, unit in rows]
    RoundItem.objects.bulk_create(items, batch_size=BATCH)
    units = sorted({unit for _record, unit in rows})
    RoundUnit.objects.bulk_create(
        [RoundUnit(round=review_round, unit_id=unit) for unit in units], ignore_conflicts=True
    )
    return len(rows)


@transaction.atomic
def leave_out(*, review_round: ReviewRound, user: User, unit: Unit | None = None, items: tuple[int, ...] = ()) -> int:
    """Take documents out of a round in preparation: all of ``unit``, or ``items`` (keys); returns how many."""
    _check(review_round, user)
    chosen = review_round.items.filter(unit=unit) if unit is not None else review_round.items.filter(pk__in=items)
    number: int = chosen.count()
    chosen.delete()
    review_round.units.exclude(unit__in=review_round.items.values("unit")).delete()
    return number


def _check(review_round: ReviewRound, user: User) -> None:
    require_office(district=review_round.district, user=user)
    lock_round(review_round)
    if review_round.state != RoundState.PREPARING:
        raise RoundRefused(_("The units have been invited: which documents belong to the round is settled."))
