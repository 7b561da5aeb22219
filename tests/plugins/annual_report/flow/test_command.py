"""``manage.py reports`` says what the screens say."""

from __future__ import annotations

import json
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from plugins.contrib.annual_report.domain.checking import findings_of
from plugins.contrib.annual_report.domain.filling import Entry, fill_report
from plugins.contrib.annual_report.domain.overview import overview_of
from plugins.contrib.annual_report.models import Report

from .conftest import TODAY, YEAR
from .filled import fill, submit

JIA = ("--district", "jia", "--year", str(YEAR))
UNIT = (*JIA, "--unit", "jyj")


def told(*arguments):
    out = StringIO()
    call_command("reports", *arguments, "--json", stdout=out)
    return json.loads(out.getvalue())


def test_count_begins_the_report_and_counts_it(unit):
    assert told("count", *UNIT)["changed"] == 6
    assert told("count", *UNIT)["changed"] == 0


def test_show_tells_cells_and_overrides(unit, officer):
    told("count", *UNIT)
    report = unit_report(unit)
    key = ("regulations", "rules", "made")
    fill_report(report=report, entries={key: Entry(Decimal(2), "补登")}, user=officer)
    shown = told("show", *UNIT)
    assert shown["values"]["regulations/rules/made"] == "2"
    assert shown["overrides"] == {"/".join(key): {"counted": "0", "entered": "2", "reason": "补登"}}


def unit_report(unit):

    return Report.objects.of(unit).get(year=YEAR)


def test_check_fails_with_what_the_screen_shows(report, officer):
    fill(report, officer, new=1)
    out = StringIO()
    with pytest.raises(SystemExit):
        call_command("reports", "check", *UNIT, stdout=out)
    assert out.getvalue().splitlines() == findings_of(report).sentences


def test_status_agrees_with_the_overview(report, officer, district):
    submit(fill(report, officer), officer)
    status, overview = told("status", *JIA), overview_of(district, year=YEAR, today=TODAY)
    shown = [(str(row.owner), row.report.state) for row in overview.rows]
    assert [(row["owner"], row["state"]) for row in status["rows"]] == shown == [("区教育局", "submitted")]


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("show", "--district", "yi"), "jia"),
        (("show", *JIA, "--unit", "no"), "jyj"),
        (("show", *JIA), "甲区"),
        (("count", "--district", "jia", "--year", "1999"), "1999"),
    ],
)
def test_refusal_says_what_there_is(unit, arguments, why):
    with pytest.raises(CommandError, match=why):
        call_command("reports", *arguments)
