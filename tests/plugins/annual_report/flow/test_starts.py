"""The disclosure office says from which day on a source is complete: before it cells are blank, from it on 0 is 0."""

from __future__ import annotations

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from plugins.contrib.annual_report.domain.beginning import begin_report
from plugins.contrib.annual_report.domain.checking import findings_of
from plugins.contrib.annual_report.domain.counting import count_report
from plugins.contrib.annual_report.domain.starting import set_start
from plugins.contrib.annual_report.domain.values import values_of
from plugins.contrib.annual_report.exceptions import ReportRefused
from plugins.contrib.annual_report.models import SourceStart
from plugins.domain.switching import enable
from tests.factories.tenancy import make_district

from .conftest import TODAY, YEAR

SOURCE, MADE = "annual-report.documents", ("regulations", "documents", "made")


@pytest.fixture
def address(district):
    return reverse("annual-report-admin:sources", args=[district.slug])


@pytest.fixture
def deciding(client, office):
    client.force_login(office)
    return client


def given(day="2026-01-01", reason="此前的文件未录全", **more):
    return {"source": SOURCE, "act": "set", "day": day, "reason": reason, **more}


def made_in(unit, year):
    report = begin_report(owner=unit, year=year, today=TODAY)
    count_report(report=report, user=None)
    return values_of(report)[MADE]


def test_years_before_the_day_are_blank_and_later_ones_nought(unit, deciding, address):
    assert (made_in(unit, 2024), made_in(unit, 2025)) == (0, 0)
    assert deciding.post(address, given("2024-07-01")).status_code == 302
    assert (made_in(unit, 2024), made_in(unit, 2025)) == (None, 0)


def test_day_before_the_oldest_record_makes_nought_of_blanks(unit, deciding, address):
    deciding.post(address, given("2026-01-01"))
    assert made_in(unit, 2023) is None
    deciding.post(address, given("2010-01-01", "此前没有制发"))
    assert made_in(unit, 2023) == 0


def test_day_is_of_one_district(unit, city, office):
    other = make_district(city=city, name="乙区", slug="yi")
    SourceStart.objects.create(district=other, source=SOURCE, day=TODAY, reason="乙区的")
    assert made_in(unit, 2025) == 0


def test_figure_that_is_not_known_any_more_is_out_of_date(unit, report, deciding, address):
    count_report(report=report, user=None)
    deciding.post(address, given("2026-01-01"))
    assert [one.cell for one in findings_of(report).failures if one.cell == MADE] == [MADE]
    count_report(report=report, user=None)
    assert [one.cell for one in findings_of(report).failures if one.cell == MADE] == []


def test_report_says_which_day_holds_and_why(report, deciding, address):
    page = reverse("annual-report-admin:report", args=[report.pk])
    assert "文件库 自2015-01-01起" in deciding.get(page).content.decode()
    deciding.post(address, given("2024-01-01", "旧文件已补齐"))
    html = deciding.get(page).content.decode()
    assert ("文件库 自2024-01-01起" in html, "旧文件已补齐" in html, address in html) == (True, True, True)


def test_source_says_it_again_itself(unit, deciding, address):
    deciding.post(address, given("2026-01-01"))
    deciding.post(address, {"source": SOURCE, "act": "leave"})
    assert (SourceStart.objects.count(), made_in(unit, YEAR)) == (0, 0)
    logged = ModelLogEntry.objects.filter(action__startswith="gongkai.annual.start_").order_by("pk")
    assert [(one.action[15:], one.data["day"], one.user.get_username()) for one in logged] == [
        ("start_set", "2026-01-01", "office"),
        ("start_left", "2026-01-01", "office"),
    ]


@pytest.mark.parametrize("wrong", [{"day": "昨天"}, {"reason": " "}, {"day": "2999-01-01"}, {"day": ""}])
def test_what_cannot_be_taken_is_shown_again(unit, deciding, address, wrong):
    answer = deciding.post(address, given(**wrong))
    assert (answer.status_code, SourceStart.objects.count()) == (422, 0)
    assert f'value="{given(**wrong)["reason"]}"' in answer.content.decode()


def test_source_that_is_not_there_is_absent(unit, deciding, address):
    assert deciding.post(address, given(source="requests.cases")).status_code == 404
    enable("requests", district=unit.district, user=None)
    assert deciding.post(address, given(source="requests.cases")).status_code == 302


def test_auditor_looks_and_sets_nothing(unit, auditor, client, address):
    client.force_login(auditor)
    assert (client.get(address).status_code, client.post(address, given()).status_code) == (200, 422)
    assert SourceStart.objects.count() == 0


def test_people_of_a_unit_set_nothing(report, unit, officer, client, address):
    client.force_login(officer)
    assert (client.get(address).status_code, client.post(address, given()).status_code) == (404, 404)
    assert address not in client.get(reverse("annual-report-admin:report", args=[report.pk])).content.decode()
    words = {"district": unit.district, "source": SOURCE, "day": TODAY, "reason": "甲", "today": TODAY}
    with pytest.raises(ReportRefused):
        set_start(user=officer, **words)
