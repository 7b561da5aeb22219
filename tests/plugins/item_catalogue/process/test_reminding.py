"""Reminders go out once each, to whoever has to act."""

import datetime as dt

import pytest

from cms.people.enums import Role
from plugins.contrib.item_catalogue.domain.process.assigning import change_deadlines
from plugins.contrib.item_catalogue.domain.process.reminding import notice_of, remind
from plugins.contrib.item_catalogue.exceptions import ItemsRefused
from plugins.contrib.item_catalogue.models import Assignment, Reminder
from plugins.contrib.item_catalogue.process.states import Act
from plugins.domain.jobs import run_due_jobs
from tests.factories.people import make_person
from tests.factories.tenancy import make_district

from . import refusing_mail
from .conftest import DUE, GONE
from .walking import do


def days_before(number):
    return DUE.draft_due - dt.timedelta(number)


@pytest.mark.parametrize(
    ("left", "notice"), [(9, None), (6, None), (5, 5), (4, 5), (2, 2), (1, 2), (0, 0), (-1, -1), (-30, -1)]
)
def test_notice_of(left, notice):
    day = dt.date(2026, 3, 10)

    assert notice_of(day + dt.timedelta(left), today=day) == notice


def test_each_reminder_goes_out_once(assignment, office, mailoutbox):
    for left in range(8, -4, -1):
        for _again in range(2):
            remind(district=assignment.district, today=days_before(left))

    assert [letter.to for letter in mailoutbox] == [["office@example.org"]] * 4
    kept = Reminder.objects.order_by("pk").values_list("step", "days_before", "people")
    assert list(kept) == [("draft", 5, 1), ("draft", 2, 1), ("draft", 0, 1), ("draft", -1, 1)]
    assert "养老服务 · 甲区：“起草报送”应于2026-03-10前完成" in mailoutbox[0].body


def test_audit_reminds_the_auditors(assignment, office, auditor, city, mailoutbox):
    do(assignment, Act.SUBMIT, office)
    make_person(Role.CITY_AUDITOR, "elsewhere", city=make_district().city)
    remind(district=assignment.district, today=DUE.audit_due)

    assert [letter.to for letter in mailoutbox] == [["auditor@example.org"]]


def test_named_auditors_are_reminded_alone(assignment, office, auditor, city, mailoutbox):
    assignment.auditors.add(make_person(Role.CITY_AUDITOR, "named", city=city))
    do(assignment, Act.SUBMIT, office)
    remind(district=assignment.district, today=DUE.audit_due)

    assert [letter.to for letter in mailoutbox] == [["named@example.org"]]


def test_refused_address_stops_no_other(assignment, office, settings, mailoutbox):
    settings.EMAIL_BACKEND = f"{refusing_mail.__name__}.EmailBackend"
    make_person(Role.DISCLOSURE_OFFICE, "refused", district=assignment.district)
    numbers = [remind(district=assignment.district, today=DUE.draft_due) for _again in range(2)]

    assert (numbers, [letter.to for letter in mailoutbox]) == ([1, 0], [["office@example.org"]])
    assert Reminder.objects.get().people == 1


def test_mail_that_goes_to_nobody_fails_and_is_tried_again(assignment, settings, mailoutbox):
    settings.EMAIL_BACKEND = f"{refusing_mail.__name__}.EmailBackend"
    make_person(Role.DISCLOSURE_OFFICE, "refused", district=assignment.district)

    with pytest.raises(ItemsRefused):
        remind(district=assignment.district, today=DUE.draft_due)
    assert Reminder.objects.count() == 0


def test_all_auditors_are_reminded_when_the_named_one_has_left(assignment, office, auditor, city, mailoutbox):
    assignment.auditors.add(make_person(Role.CITY_AUDITOR, "gone", city=city, starts_on=GONE, ends_on=GONE))
    do(assignment, Act.SUBMIT, office)
    remind(district=assignment.district, today=DUE.audit_due)

    assert [letter.to for letter in mailoutbox] == [["auditor@example.org"]]


def test_moved_day_is_reminded_of_anew(assignment, office, mailoutbox):
    remind(district=assignment.district, today=DUE.draft_due)
    later = DUE.draft_due + dt.timedelta(3)
    due = type(DUE)(later, DUE.audit_due, DUE.adapt_due, DUE.publish_due)
    change_deadlines(assignment=assignment, due=due, auditors=[])
    remind(district=assignment.district, today=DUE.draft_due)

    assert list(Reminder.objects.order_by("pk").values_list("due", "days_before")) == [(DUE.draft_due, 0), (later, 5)]


def test_reminder_that_reaches_nobody_waits_for_somebody(assignment, mailoutbox, request):
    assert remind(district=assignment.district, today=DUE.draft_due) == 0
    assert (len(mailoutbox), Reminder.objects.count()) == (0, 0)

    request.getfixturevalue("office")
    assert remind(district=assignment.district, today=DUE.draft_due) == 1


def test_job_reminds(assignment, office, mailoutbox):
    Assignment.objects.update(draft_due=dt.date(2020, 1, 1))
    ran = [one for one in run_due_jobs() if one.plugin == "item-catalogue"]

    assert [(one.job, one.error) for one in ran] == [("reminders", "")]
    assert len(mailoutbox) == 1
