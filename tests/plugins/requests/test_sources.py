"""Figures of the annual report against a count by hand, and the lists behind them against the figures."""

import datetime as dt
import random

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cms.people.enums import Role
from plugins.api import FigureScope
from plugins.contrib.requests.domain.handling.receiving import assign_case, hand_back_case
from plugins.contrib.requests.enums import ApplicantKind, CaseState, EventKind, Outcome, RemedyKind, RemedyResult
from plugins.contrib.requests.models import Case, CaseEvent, Remedy
from plugins.contrib.requests.sources import (
    SOURCES,
    case_figures,
    counted_cases,
    counted_remedies,
    known_since,
    remedy_figures,
)
from tests.factories.cases import make_case
from tests.factories.people import make_person
from tests.factories.tenancy import make_unit

YEARS = (2024, 2025, 2026)
FIRST = dt.date(2023, 10, 1)
#: What came in, and what is left over.
ROWS = (("new", "carried_in"), ("carried_out",))


@pytest.fixture
def many(district, unit):
    """150 cases of three units over three years, some open, some handed on, with remedies; one unit is closed."""
    chance = random.Random(7)
    closed = make_unit(district, name="丙局", code="bing-ju", active_to=dt.date(2024, 6, 30))
    units = [unit, make_unit(district, name="乙局", code="yi-ju"), None, closed]
    for _number in range(150):
        received = FIRST + dt.timedelta(days=chance.randrange(1100))
        case = make_case(district, chance.choice(units), applicant_kind=chance.choice(ApplicantKind.values))
        case.received_on = received if chance.random() < 0.95 else None
        if chance.random() < 0.8 and case.received_on:
            case.concluded_on = received + dt.timedelta(days=chance.randrange(120))
            case.outcome, case.state = chance.choice(Outcome.values), CaseState.DECIDED
        case.save()
        if not case.concluded_on and chance.random() < 0.7:
            _hand_on(case, chance, units)
        if case.concluded_on and chance.random() < 0.3:
            _add_remedy(case, chance)
    return Case.objects.all()


def _hand_on(case, chance, units):
    """To two other units, one after the other."""
    for days in sorted(chance.sample(range(700), 2)):
        day, before = FIRST + dt.timedelta(days=400 + days), case.unit
        case.unit = chance.choice(units)
        case.save()
        given = {"kind": EventKind.ASSIGNED, "day": day, "state_after": case.state}
        CaseEvent.objects.create(case=case, unit_before=before, **given)


def held_by(case, year):
    """Who held the case when the year ended, found by going back from today."""
    holder = case.unit
    for event in case.events.filter(kind=EventKind.ASSIGNED).order_by("-pk"):
        if event.day.year > year:
            holder = event.unit_before
    return holder


def reporting(units, year):
    return [one for one in units if one.active_to is None or one.active_to.year >= year]


def _add_remedy(case, chance):
    filed = case.concluded_on + dt.timedelta(days=chance.randrange(60))
    ended = {} if chance.random() < 0.4 else {"concluded_on": filed + dt.timedelta(days=chance.randrange(300))}
    result = {"result": chance.choice(RemedyResult.values[:3])} if ended else {}
    Remedy.objects.create(
        case=case, kind=chance.choice(RemedyKind.values), organ="市政府", filed_on=filed, **ended, **result
    )


def by_hand(cases, year):
    """Part three, case by case."""
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    counted = {(row, kind): 0 for row in ("new", "carried_in", "carried_out", *Outcome) for kind in ApplicantKind}
    for case in cases:
        if case.received_on is None:
            continue
        concluded = case.concluded_on or dt.date.max
        counted["new", case.applicant_kind] += first <= case.received_on <= last
        counted["carried_in", case.applicant_kind] += case.received_on < first <= concluded
        counted["carried_out", case.applicant_kind] += case.received_on <= last < concluded
        if first <= concluded <= last:
            counted[case.outcome, case.applicant_kind] += 1
    return counted


@pytest.mark.parametrize("year", YEARS)
def test_part_three_is_counted_from_cases(many, district, unit, year):
    own = [case for case in many if held_by(case, year) == unit]
    assert case_figures(FigureScope(district, year)) == by_hand(many, year)
    assert case_figures(FigureScope(district, year, unit)) == by_hand(own, year)


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("figures", [case_figures, remedy_figures])
def test_units_and_the_remainder_make_the_district(many, district, figures, year):
    units = reporting(district.units.all(), year)
    scopes = [FigureScope(district, year, one) for one in units]
    parts = [figures(scope) for scope in (*scopes, FigureScope(district, year, is_remainder=True))]
    assert {cell: sum(part[cell] for part in parts) for cell in parts[0]} == figures(FigureScope(district, year))
    assert sum(parts[-1].values()) > 0


def test_rows_of_a_unit_balance_although_cases_were_handed_on(many, district, unit):
    for year in YEARS:
        figures = case_figures(FigureScope(district, year, unit))
        ended = sum(figures[outcome, kind] for outcome in Outcome for kind in ApplicantKind)
        came, left = (sum(figures[row, kind] for row in rows for kind in ApplicantKind) for rows in ROWS)
        assert came == ended + left > 0


def test_assignment_tells_who_held_the_case(district, unit, office, officer):
    other = make_unit(district, name="丁局", code="ding-ju")
    case = make_case(district)
    for one in (other, unit):
        assign_case(case=case, unit=one, user=office)
    hand_back_case(case=case, reason="非本单位职责", user=officer)
    told = case.events.filter(kind=EventKind.ASSIGNED).order_by("pk").values_list("unit_before", flat=True)
    assert list(told) == [None, other.pk, unit.pk]


def test_source_knows_years_from_that_of_the_oldest_case_on(district, unit):
    assert known_since(district) is None
    make_case(district, unit, received_on=dt.date(2024, 5, 6))
    make_case(district, unit, received_on=dt.date(2025, 5, 6))
    assert known_since(district) == dt.date(2024, 1, 1)


def test_years_follow_each_other(many, district):
    for year in YEARS[:-1]:
        now, later = (case_figures(FigureScope(district, one)) for one in (year, year + 1))
        assert [now["carried_out", kind] for kind in ApplicantKind] == [
            later["carried_in", kind] for kind in ApplicantKind
        ]


@pytest.mark.parametrize("year", YEARS)
def test_part_four_is_counted_from_remedies(many, district, year):
    last = dt.date(year, 12, 31)
    counted = {(kind, result): 0 for kind in RemedyKind for result in RemedyResult}
    for one in Remedy.objects.all():
        if one.concluded_on and one.concluded_on.year == year:
            counted[one.kind, one.result] += 1
        if one.filed_on <= last and (one.concluded_on is None or one.concluded_on > last):
            counted[one.kind, "pending"] += 1

    assert remedy_figures(FigureScope(district, year)) == counted


@pytest.mark.parametrize("part", ["unit", "district", "remainder"])
def test_lists_have_as_many_cases_as_figures_say(many, district, unit, part):
    scope = FigureScope(district, 2025, unit if part == "unit" else None, is_remainder=part == "remainder")
    for (row, column), number in case_figures(scope).items():
        assert counted_cases(scope, row, column).count() == number
    for (row, column), number in remedy_figures(scope).items():
        assert counted_remedies(scope, row, column).count() == number


@pytest.mark.parametrize("figures", [case_figures, remedy_figures])
def test_figures_need_one_query(many, district, figures):
    with CaptureQueriesContext(connection) as queries:
        figures(FigureScope(district, 2025))

    assert len(queries) == 1


def test_address_of_a_figure_lists_its_cases(many, district, unit, office, officer):
    scope = FigureScope(district, 2025)
    address = SOURCES[0].address(scope, "new", "natural")
    number = case_figures(scope)["new", "natural"]
    at_office, at_unit = Client(), Client()
    at_office.force_login(office)
    at_unit.force_login(officer)

    assert at_office.get(address).context["page_obj"].paginator.count == number > 0
    own = FigureScope(district, 2025, unit)
    seen, mine = at_unit.get(SOURCES[0].address(own, "new", "natural")).context, case_figures(own)["new", "natural"]
    assert (seen["total"], seen["page_obj"].paginator.count + seen["hidden"]) == (mine, mine)


@pytest.mark.parametrize("part", ["another unit", "district", "remainder"])
@pytest.mark.parametrize("table", ["requests", "remedies"])
def test_unit_opens_no_list_but_its_own(many, district, officer, office, part, table):
    other = district.units.get(code="yi-ju") if part == "another unit" else None
    source = next(one for one in SOURCES if one.table == table)
    address = source.address(FigureScope(district, 2025, other, is_remainder=part == "remainder"), "total", "total")
    at_office, at_unit = Client(), Client()
    at_office.force_login(office)
    at_unit.force_login(officer)
    assert at_office.get(address).context["total"] > 0
    assert at_unit.get(address).status_code == 404


def test_editor_of_the_unit_opens_no_list_of_cases(many, district, unit):
    client = Client()
    client.force_login(make_person(Role.EDITOR, "editor", unit=unit))
    assert client.get(SOURCES[0].address(FigureScope(district, 2025, unit), "total", "total")).status_code != 200


@pytest.mark.parametrize("query", ["", "year=2025", "year=x&district=1", "year=0&district=1", "year=2025&district=999"])
def test_list_of_nothing_is_absent(district, office, query):
    client = Client()
    client.force_login(office)

    assert client.get(f"/admin/plug-ins/requests/cases/?{query}").status_code == 404
