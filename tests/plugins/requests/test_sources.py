"""Figures of the annual report against a count by hand, and the lists behind them against the figures."""

import datetime as dt
import random

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from plugins.api import FigureScope
from plugins.contrib.requests.enums import ApplicantKind, CaseState, Outcome, RemedyKind, RemedyResult
from plugins.contrib.requests.models import Case, Remedy
from plugins.contrib.requests.sources import (
    SOURCES,
    case_figures,
    counted_cases,
    counted_remedies,
    remedy_figures,
)
from tests.factories.cases import make_case
from tests.factories.tenancy import make_unit

YEARS = (2024, 2025, 2026)
FIRST = dt.date(2023, 10, 1)


@pytest.fixture
def many(district, unit):
    """150 cases of two units over three years, some open, with remedies."""
    chance = random.Random(7)
    units = [unit, make_unit(district, name="乙局", code="yi-ju"), None]
    for _number in range(150):
        received = FIRST + dt.timedelta(days=chance.randrange(1100))
        case = make_case(district, chance.choice(units), applicant_kind=chance.choice(ApplicantKind.values))
        case.received_on = received if chance.random() < 0.95 else None
        if chance.random() < 0.8 and case.received_on:
            case.concluded_on = received + dt.timedelta(days=chance.randrange(120))
            case.outcome, case.state = chance.choice(Outcome.values), CaseState.DECIDED
        case.save()
        if case.concluded_on and chance.random() < 0.3:
            _add_remedy(case, chance)
    return Case.objects.all()


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
    assert case_figures(FigureScope(district, year)) == by_hand(many, year)
    assert case_figures(FigureScope(district, year, unit)) == by_hand(many.filter(unit=unit), year)


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


def test_lists_have_as_many_cases_as_figures_say(many, district):
    scope = FigureScope(district, 2025)
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
    seen = at_unit.get(address).context
    mine = case_figures(FigureScope(district, 2025, unit))["new", "natural"]
    assert (seen["total"], seen["page_obj"].paginator.count, seen["hidden"]) == (number, mine, number - mine)


@pytest.mark.parametrize("query", ["", "year=2025", "year=x&district=1", "year=0&district=1", "year=2025&district=999"])
def test_list_of_nothing_is_absent(district, office, query):
    client = Client()
    client.force_login(office)

    assert client.get(f"/admin/plug-ins/requests/cases/?{query}").status_code == 404
