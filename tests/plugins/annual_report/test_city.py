"""The city's report is public in the city's place once somebody else has accepted it, until it is taken back."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from cms.people.enums import Role
from plugins.contrib.annual_report.domain.beginning import begin_report
from plugins.contrib.annual_report.domain.city import publish_city_report, withdraw_city_report
from plugins.contrib.annual_report.domain.counting import count_report
from plugins.contrib.annual_report.domain.filling import Entry, fill_report
from plugins.contrib.annual_report.domain.sources import leaves
from plugins.contrib.annual_report.domain.values import figures_of
from plugins.contrib.annual_report.enums import ReportState
from plugins.contrib.annual_report.exceptions import ReportRefused
from plugins.contrib.annual_report.models import CityPublication, Report
from plugins.contrib.annual_report.structure import form_of
from plugins.domain.switching import enable
from tests.factories.people import make_person
from tests.factories.tenancy import make_city, make_district

TODAY = dt.date(2026, 1, 20)
ADDRESS = "/annual-report/2025/"


@pytest.fixture
def auditor(district):
    return make_person(Role.CITY_AUDITOR, "auditor", city=district.city)


@pytest.fixture
def accepted(district, auditor, section):
    """Everything is 0 in it."""
    report = begin_report(owner=district.city, year=2025, today=TODAY)
    count_report(report=report, user=auditor)
    counted = figures_of(report)
    blank = {key: Entry(Decimal(0)) for key in leaves(form_of("2021")) if key not in counted or not counted[key].value}
    fill_report(report=report, entries=blank, user=auditor)
    days = {"submitted_on": TODAY, "accepted_on": TODAY, "overview": "全市情况良好。"}
    Report.objects.filter(pk=report.pk).update(state=ReportState.ACCEPTED, **days)
    report.refresh_from_db()
    return report


def test_reader_finds_the_report_in_the_citys_place(accepted, auditor, visitor):
    assert visitor.get(ADDRESS).status_code == 404
    publish_city_report(report=accepted, user=auditor, today=TODAY)
    body = visitor.get(ADDRESS).content.decode()
    assert ("全市情况良好。" in body, "行政许可" in body, "report.docx" in body) == (True, True, True)
    assert f'href="{2025}/"' in visitor.get("/annual-report/").content.decode()


@pytest.mark.parametrize(("file_format", "status"), [("docx", 200), ("xlsx", 200), ("json", 200), ("html", 404)])
def test_files_say_what_the_page_says(accepted, auditor, visitor, file_format, status):
    publish_city_report(report=accepted, user=auditor, today=TODAY)
    assert visitor.get(f"{ADDRESS}report.{file_format}").status_code == status


def test_report_taken_off_the_site_is_published_again_at_its_address(accepted, auditor, visitor):
    publish_city_report(report=accepted, user=auditor, today=TODAY)
    moved = withdraw_city_report(report=accepted, user=auditor, today=TODAY, reason="数字有误")
    assert (moved.state, visitor.get(ADDRESS).status_code) == (ReportState.ACCEPTED, 404)
    publish_city_report(report=accepted, user=auditor, today=TODAY)
    assert visitor.get(ADDRESS).status_code == 200


API = "/api/public/v1/plug-ins/annual-report/jia/city-reports"


def test_programs_are_told_what_the_city_has_published(accepted, auditor, visitor):
    publish_city_report(report=accepted, user=auditor, today=TODAY)
    (listed,) = visitor.get(API, {"year": 2025}).json()["items"]
    told = visitor.get(f"{API}/{listed['key']}").json()
    assert {name: told[name] for name in listed} == listed
    file = visitor.get(f"{ADDRESS}report.json").json()
    assert {**told, "key": file["key"]} == file
    assert (file["published_on"], len(file["tables"])) == ("2026-01-20", 6)


def test_programs_are_told_nothing_of_what_is_not_public(accepted, auditor, visitor):
    key = publish_city_report(report=accepted, user=auditor, today=TODAY).pk
    withdraw_city_report(report=accepted, user=auditor, today=TODAY, reason="数字有误")
    assert visitor.get(API).json() == {"total": 0, "items": [], "next": None}
    assert visitor.get(f"{API}/{key}").status_code == 404


def test_programs_are_told_nothing_of_another_city(accepted, auditor, visitor):
    key = publish_city_report(report=accepted, user=auditor, today=TODAY).pk
    enable("annual-report", district=make_district(city=make_city(), slug="far"), user=None)
    far = API.replace("jia", "far")
    assert (visitor.get(far).json()["total"], visitor.get(f"{far}/{key}").status_code) == (0, 404)
    make_district(city=accepted.city, slug="off")  # where the plug-in is off
    assert visitor.get(API.replace("jia", "off")).status_code == 404


def test_list_of_the_city_goes_on_where_it_was_cut(accepted, auditor, visitor):
    publish_city_report(report=accepted, user=auditor, today=TODAY)
    older = begin_report(owner=accepted.city, year=2024, today=TODAY)
    CityPublication.objects.create(report=older, title="旧", organ="市", figures="", published_on=TODAY)
    first = visitor.get(API, {"size": 1}).json()
    second = visitor.get(first["next"]).json()
    assert [(one["items"][0]["year"], one["total"]) for one in (first, second)] == [(2025, 2), (2024, 2)]
    assert second["next"] is None


def test_report_that_nobody_accepted_is_not_published(accepted, auditor, visitor):
    Report.objects.filter(pk=accepted.pk).update(state=ReportState.SUBMITTED)
    with pytest.raises(ReportRefused):
        publish_city_report(report=accepted, user=auditor, today=TODAY)
    assert visitor.get(ADDRESS).status_code == 404


def test_page_does_not_follow_the_report(accepted, auditor, visitor):
    publish_city_report(report=accepted, user=auditor, today=TODAY)
    Report.objects.filter(pk=accepted.pk).update(overview="后来的话")
    assert "后来的话" not in visitor.get(ADDRESS).content.decode()


def test_district_has_no_report_of_the_city(accepted, auditor, visitor):
    publish_city_report(report=accepted, user=auditor, today=TODAY)
    assert visitor.get(f"/jia{ADDRESS}").status_code == 404


def test_auditor_publishes_and_takes_back_on_the_screen(accepted, auditor, visitor):
    client = Client()
    client.force_login(auditor)
    address = reverse("annual-report-admin:page", args=[accepted.pk])
    client.post(address, {"act": "publish"})
    assert ADDRESS in client.get(address).content.decode()
    client.post(address, {"act": "withdraw", "reason": " "})
    assert visitor.get(ADDRESS).status_code == 200
    client.post(address, {"act": "withdraw", "reason": "数字有误"})
    assert visitor.get(ADDRESS).status_code == 404


@pytest.mark.parametrize("state", [ReportState.RETURNED, ReportState.SUBMITTED, ReportState.ACCEPTED])
def test_report_that_was_returned_while_public_is_taken_off(accepted, auditor, visitor, client, state):
    publish_city_report(report=accepted, user=auditor, today=TODAY)
    Report.objects.filter(pk=accepted.pk).update(state=state, reason="数字有误")
    client.force_login(auditor)
    address = reverse("annual-report-admin:page", args=[accepted.pk])
    assert ADDRESS in client.get(address).content.decode()
    client.post(address, {"act": "withdraw", "reason": "数字有误"})
    accepted.refresh_from_db()
    assert (visitor.get(ADDRESS).status_code, accepted.state) == (404, state)


def test_returned_report_that_is_not_public_has_no_screen_of_its_page(accepted, auditor, client):
    Report.objects.filter(pk=accepted.pk).update(state=ReportState.RETURNED, reason="数字有误")
    client.force_login(auditor)
    assert client.get(reverse("annual-report-admin:page", args=[accepted.pk])).status_code == 404


def test_auditor_of_another_city_takes_nothing_off(accepted, auditor, visitor):
    publish_city_report(report=accepted, user=auditor, today=TODAY)
    stranger = make_person(Role.CITY_AUDITOR, "stranger", city=make_city())
    with pytest.raises(ReportRefused):
        withdraw_city_report(report=accepted, user=stranger, today=TODAY, reason="数字有误")
    assert visitor.get(ADDRESS).status_code == 200


def test_home_of_the_city_leads_to_its_reports(
    accepted, auditor, visitor, settings, django_capture_on_commit_callbacks
):
    settings.PAGE_CACHE_SECONDS = 60
    link = 'href="annual-report/2025/"'
    assert link not in visitor.get("/").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        publish_city_report(report=accepted, user=auditor, today=TODAY)
    assert [link in visitor.get(path).content.decode() for path in ("/", "/jia/")] == [True, False]
    with django_capture_on_commit_callbacks(execute=True):
        withdraw_city_report(report=accepted, user=auditor, today=TODAY, reason="数字有误")
    assert link not in visitor.get("/").content.decode()
