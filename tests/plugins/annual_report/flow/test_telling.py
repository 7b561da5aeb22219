"""Who fills a report hears that it is returned, who accepts it that it was submitted; each of it once."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from cms.people.enums import Role
from plugins.contrib.annual_report.domain.beginning import begin_report
from plugins.contrib.annual_report.domain.moving import move_report
from plugins.contrib.annual_report.domain.reminding import remind
from plugins.contrib.annual_report.domain.telling import tell_returned, tell_submitted
from plugins.contrib.annual_report.enums import Act
from plugins.contrib.annual_report.exceptions import ReportRefused
from plugins.contrib.annual_report.flow_hooks import begin_reports
from plugins.contrib.annual_report.models import Report, ReportingDay
from tests.factories.people import make_person
from tests.factories.tenancy import make_district, make_unit

from .conftest import TODAY, YEAR
from .filled import fill, submit

D = dt.date
LATE = D(2026, 3, 31)


def _told():
    return [(message.to, message.body) for message in mail.outbox]


@pytest.fixture
def submitted(report, officer):
    return submit(fill(report, officer), officer)


def test_return_is_mailed_to_those_who_fill_with_its_reason(
    submitted, office, officer, django_capture_on_commit_callbacks
):
    make_person(Role.REQUEST_OFFICER, "elsewhere", unit=make_unit(submitted.district))
    with django_capture_on_commit_callbacks(execute=True):
        move_report(report=submitted, act=Act.RETURN, user=office, today=TODAY, reason="请核对行政许可")
    [(to, body)] = _told()
    assert to == ["officer@example.org"]
    assert "请核对行政许可" in body


class Refusing(BaseEmailBackend):
    """A mail server that takes nothing."""

    def send_messages(self, email_messages):
        raise OSError("451 later")


def test_return_that_no_mail_server_took_is_mailed_by_the_job_once(
    submitted, office, district, settings, django_capture_on_commit_callbacks
):
    working, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, f"{__name__}.Refusing"
    with django_capture_on_commit_callbacks(execute=True):
        move_report(report=submitted, act=Act.RETURN, user=office, today=TODAY, reason="请核对行政许可")
    with pytest.raises(ReportRefused):
        tell_returned(district=district)
    settings.EMAIL_BACKEND = working
    assert [tell_returned(district=district), tell_returned(district=district)] == [1, 0]
    [(to, body)] = _told()
    assert (to, "请核对行政许可" in body) == (["officer@example.org"], True)


def test_return_of_a_report_that_was_submitted_again_is_not_mailed(submitted, office, officer, district):
    returned = move_report(report=submitted, act=Act.RETURN, user=office, today=TODAY, reason="请核对")
    submit(returned, officer)
    assert (tell_returned(district=district), _told()) == (0, [])


def test_return_that_is_given_up_is_not_mailed(submitted, office, district):
    with pytest.raises(LookupError), transaction.atomic():
        move_report(report=submitted, act=Act.RETURN, user=office, today=TODAY, reason="请核对")
        raise LookupError
    assert (tell_returned(district=district), _told()) == (0, [])


def test_office_hears_once_of_all_that_was_submitted(submitted, office, officer, district):
    other = make_unit(district, name="区民政局")
    second = make_person(Role.REQUEST_OFFICER, "second", unit=other)
    submit(fill(begin_report(owner=other, year=YEAR, today=TODAY), second), second)
    assert [tell_submitted(district=district), tell_submitted(district=district)] == [1, 0]
    [(to, body)] = _told()
    assert (to, "区教育局" in body, "区民政局" in body) == (["office@example.org"], True, True)


def test_report_that_was_returned_is_told_again(
    submitted, office, officer, district, django_capture_on_commit_callbacks
):
    tell_submitted(district=district)
    with django_capture_on_commit_callbacks(execute=True):
        move_report(report=submitted, act=Act.RETURN, user=office, today=TODAY, reason="请核对")
    submit(submitted, officer)
    assert tell_submitted(district=district) == 1


def test_auditors_hear_of_districts_where_the_plugin_is_on(district, auditor, city):
    off = make_district(city=city, name="乙区", slug="yi")
    for owner in (district, off):
        report = begin_report(owner=owner, year=YEAR, today=TODAY)
        Report.objects.filter(pk=report.pk).update(state="submitted", submitted_on=TODAY)
    assert tell_submitted(district=district) == 1
    [(to, body)] = _told()
    assert (to, "甲区" in body, "乙区" in body) == (["auditor@example.org"], True, False)


def test_who_submitted_is_not_asked_to_accept(city, district, auditor):
    report = begin_report(owner=city, year=YEAR, today=TODAY)
    Report.objects.filter(pk=report.pk).update(state="submitted", submitted_on=TODAY, submitted_by=auditor)
    assert tell_submitted(district=district) == 0
    make_person(Role.CITY_AUDITOR, "other", city=city)
    assert (tell_submitted(district=district), mail.outbox[0].to) == (1, ["other@example.org"])


@pytest.mark.parametrize(("state", "number"), [("submitted", 1), ("accepted", 1), ("published", 0)])
def test_district_is_reminded_until_its_report_is_published(district, office, state, number):
    report = begin_report(owner=district, year=YEAR, today=TODAY)
    Report.objects.filter(pk=report.pk).update(state=state, submitted_on=TODAY, accepted_on=TODAY)
    assert remind(district=district, today=LATE) == number


def test_city_is_reminded_once_of_its_day(district, auditor, city):
    ReportingDay.objects.create(step="city", year=YEAR, month=4, day=10)
    begin_report(owner=city, year=YEAR, today=TODAY)
    second = make_district(city=city, name="乙区", slug="yi")
    assert [remind(district=one, today=D(2026, 4, 8)) for one in (district, second)] == [1, 0]
    assert "2026-04-10" in mail.outbox[0].body


@pytest.mark.parametrize("is_set", [False, True])
def test_job_begins_the_citys_report_where_a_day_is_set(district, is_set):
    if not is_set:
        ReportingDay.objects.filter(step="city").delete()
    begin_reports(district)
    assert Report.objects.filter(level="city").exists() == is_set
