"""The city settles the common elements of a field, once every item that its districts drafted is accepted."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.api import City, District, Role, active_districts
from plugins.contrib.item_catalogue.comparison import compare
from plugins.contrib.item_catalogue.domain.adopting import Adopted, adopt_common_elements, fix_common_elements
from plugins.contrib.item_catalogue.domain.keeping import records_of, save_records
from plugins.contrib.item_catalogue.domain.publishing import publish_version
from plugins.contrib.item_catalogue.domain.versions import draft_version
from plugins.contrib.item_catalogue.enums import Column
from plugins.contrib.item_catalogue.exceptions import ItemsRefused
from plugins.contrib.item_catalogue.models import Assignment, Catalogue, Field, Progress
from plugins.contrib.item_catalogue.process.states import ItemState
from plugins.contrib.item_catalogue.structure import Entry

from .assigning import begin_assignment, due_days_of
from .people import actor_in

PLUGIN = "item-catalogue"


def cohort_of(assignment: Assignment) -> list[Assignment]:
    """Every open assignment of the field in the city whose common elements are not settled yet."""
    same = Assignment.objects.open().filter(field=assignment.field, district__city=assignment.district.city)
    return list(same.filter(adopted_at=None).select_related("district", "catalogue"))


def not_accepted(cohort: Iterable[Assignment]) -> dict[District, int]:
    """Districts that are not ready, with the number of their items that the city has not accepted."""
    chosen = list(cohort)
    counts = Assignment.objects.filter(pk__in=[one.pk for one in chosen]).items_by_state()
    waiting = {}
    for one in chosen:
        states = counts.get(one.pk, {})
        open_items = sum(number for state, number in states.items() if state != ItemState.ACCEPTED)
        if open_items or not states:
            waiting[one.district] = open_items
    return waiting


@transaction.atomic
def settle_common_elements(
    *, assignment: Assignment, columns: Collection[Column], effective_from: dt.date, user: Any
) -> list[Adopted]:
    """Make the accepted items of ``assignment`` the city's catalogue, fix ``columns`` of them, and let districts adopt.

    Every district of the city where the plug-in is on gets a draft
    and goes on with adapting it, also one that drafted nothing; its days are then those of ``assignment``. Items that
    the city's catalogue had besides stay. Raises :class:`ItemsRefused` while an item of the field is not accepted.
    """
    Field.objects.select_for_update().get(pk=assignment.field_id)
    cohort = cohort_of(assignment)
    others = _running_besides(cohort, assignment)
    _lock_catalogues([*cohort, *others])
    _check(assignment, cohort, user)
    before = {one.district_id: _entries(one) for one in others}
    city = assignment.district.city
    draft = _city_draft(assignment, city)
    fix_common_elements(catalogue=draft, elements=_elements(draft, columns), user=user)
    source = publish_version(catalogue=draft, effective_from=effective_from, user=user)
    adopted = adopt_common_elements(catalogue=source, districts=_districts(city, cohort), user=user)
    now = timezone.now()
    Assignment.objects.filter(pk__in=[one.pk for one in cohort]).update(adopted_at=now)
    Progress.objects.filter(item__catalogue__assignment__in=cohort).update(state=ItemState.ADAPTING, reason="")
    for other in others:
        _adapt_again(other, before[other.district_id])
    for one in adopted:
        _begin_where_nothing_runs(one, assignment, now, user)
    return adopted


def _running_besides(cohort: Iterable[Assignment], lead: Assignment) -> list[Assignment]:
    """Those of the field in the city that have adopted already, and do so again."""
    same = Assignment.objects.open().filter(field=lead.field, district__city=lead.district.city)
    return list(same.exclude(pk__in=[one.pk for one in cohort]).select_related("catalogue"))


def _lock_catalogues(assignments: Iterable[Assignment]) -> None:
    keys = [one.catalogue_id for one in assignments]
    list(Catalogue.objects.select_for_update().filter(pk__in=keys).order_by("pk"))


def _entries(assignment: Assignment) -> dict[uuid.UUID, Entry]:
    return {record.identity: record.entry for record in records_of(assignment.catalogue)}


def _adapt_again(assignment: Assignment, before: Mapping[uuid.UUID, Entry]) -> None:
    """What the city's new version changed was not what the city had approved."""
    changed = [identity for identity, entry in _entries(assignment).items() if before.get(identity) != entry]
    moved = Progress.objects.filter(item__catalogue=assignment.catalogue, item__identity__in=changed)
    moved.update(state=ItemState.ADAPTING, reason="")


def _check(assignment: Assignment, cohort: Collection[Assignment], user: Any) -> None:
    if Role.CITY_AUDITOR not in actor_in(assignment, user).roles:
        raise ItemsRefused(_("The city's auditors of the field settle its common elements."))
    if assignment.pk not in {one.pk for one in cohort}:
        raise ItemsRefused(_("The common elements of this field are settled already."))
    if waiting := not_accepted(cohort):
        names = "、".join(f"{district}（{number}）" for district, number in waiting.items())
        raise ItemsRefused(_("Not every item is accepted yet: %(districts)s.") % {"districts": names})


def _city_draft(assignment: Assignment, city: City) -> Catalogue:
    draft = draft_version(field=assignment.field, owner=city, shape=assignment.catalogue.shape)
    before = records_of(draft)
    plan = compare(before, [record.entry for record in records_of(assignment.catalogue)])
    named = {record.identity for record in plan.records}
    others = [record for record in before if record.identity not in named]
    save_records(catalogue=draft, records=[*plan.records, *others])
    return draft


def _elements(draft: Catalogue, columns: Collection[Column]) -> dict[uuid.UUID, Collection[Column]]:
    return dict.fromkeys(draft.items.values_list("identity", flat=True), columns)


def _districts(city: City, cohort: Iterable[Assignment]) -> list[District]:
    active, drafting = active_districts(PLUGIN), {one.district_id for one in cohort}
    return [one for one in city.districts.all() if active is None or one.pk in active | drafting]


def _begin_where_nothing_runs(adopted: Adopted, lead: Assignment, now: dt.datetime, user: Any) -> None:
    running = Assignment.objects.open().filter(field=lead.field, district=adopted.district)
    if adopted.catalogue.is_draft and not running.exists():
        begin_assignment(
            catalogue=adopted.catalogue,
            district=adopted.district,
            due=due_days_of(lead),
            auditors=lead.auditors.all(),
            user=user,
            adopted_at=now,
        )
