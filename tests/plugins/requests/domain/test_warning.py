"""Who is warned of which deadline, once, and what the mail does not say."""

from __future__ import annotations

import datetime as dt
from io import StringIO
from typing import Any

import pytest
from django.core.mail.backends.base import BaseEmailBackend
from django.core.management import call_command
from django.urls import reverse
from django.utils import translation

from cms.calendar.models import CalendarDay
from plugins.contrib.requests.clock_hooks import MEASURES, due_pile, run_recount
from plugins.contrib.requests.domain.deadlines import recount_deadlines
from plugins.contrib.requests.domain.handling import correcting, deciding, receiving
from plugins.contrib.requests.domain.warning import warn
from plugins.contrib.requests.enums import Outcome
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.models import Case, DeadlineWarning
from tests.factories.cases import make_case, write_letter

D = dt.date.fromisoformat
SECRET = {"name": "赵六秘密", "title": "赵六秘密的处罚记录", "phone": "13900009999"}


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def case(district, unit) -> Case:
    return make_case(district, unit, on=D("2026-03-02"), **SECRET)


@pytest.mark.parametrize(
    ("today", "who", "words"),
    [
        ("2026-03-20", [], ""),
        ("2026-03-23", ["officer"], "is due on 2026-03-30: 5 working days are left"),
        ("2026-03-25", ["officer"], "is due on 2026-03-30: 3 working days are left"),
        ("2026-03-27", ["officer"], "is due on 2026-03-30: 1 working day is left"),
        ("2026-03-30", ["office", "officer"], "is due today, 2026-03-30"),
        ("2026-04-09", ["office", "officer"], "was due on 2026-03-30"),
    ],
)
def test_those_who_act_are_warned_in_time(today, who, words, accepted, office, officer, district, mailoutbox) -> None:
    assert warn(district=district, today=D(today)) == len(who)
    assert sorted(address for letter in mailoutbox for address in letter.to) == [f"{name}@example.org" for name in who]
    assert all(words in letter.body for letter in mailoutbox)


def test_mail_names_the_case_and_no_person(accepted, officer, district, mailoutbox) -> None:
    warn(district=district, today=D("2026-03-25"))
    (letter,) = mailoutbox
    text = letter.subject + letter.body
    assert accepted.number in text
    assert reverse("requests-admin:case", args=[accepted.pk]) in text
    assert [word for word in SECRET.values() if word in text] == []


def test_each_warning_goes_out_once(accepted, office, officer, district, mailoutbox) -> None:
    for today in ("2026-03-23", "2026-03-24", "2026-03-26", "2026-03-27", "2026-03-30", "2026-03-31"):
        warn(district=district, today=D(today))
    sent = DeadlineWarning.objects.order_by("pk").values_list("days_before", "people")
    assert (list(sent), len(mailoutbox)) == ([(5, 1), (2, 1), (0, 2)], 4)


def test_deadline_that_moves_is_warned_of_anew(accepted, officer, district, mailoutbox) -> None:
    warn(district=district, today=D("2026-03-24"))
    CalendarDay.objects.create(day=D("2026-03-30"), is_working=False, name="临时放假")
    assert run_recount(district) == "1 deadlines moved"
    warn(district=district, today=D("2026-03-24"))
    assert [("2026-03-31" in letter.body) for letter in mailoutbox] == [False, True]


def test_case_without_officers_is_the_offices(district, office, unit, mailoutbox) -> None:
    receiving.receive_case(case=make_case(district, None, on=D("2026-03-02")), arrived_on=D("2026-03-02"), user=office)
    receiving.receive_case(case=make_case(district, unit, on=D("2026-03-02")), arrived_on=D("2026-03-02"), user=office)
    warn(district=district, today=D("2026-03-25"))
    assert [(letter.to, letter.body.count("2026-03-30")) for letter in mailoutbox] == [(["office@example.org"], 2)]


def test_refused_mail_is_told_and_tried_again(accepted, officer, district, settings, mailoutbox) -> None:
    type(officer).objects.filter(pk=officer.pk).update(email="refused@example.org")
    settings.EMAIL_BACKEND = "tests.plugins.item_catalogue.process.refusing_mail.EmailBackend"
    with pytest.raises(CaseRefused, match="No warning went out"):
        warn(district=district, today=D("2026-03-25"))
    type(officer).objects.filter(pk=officer.pk).update(email="officer@example.org")
    assert warn(district=district, today=D("2026-03-25")) == 1


def test_new_case_is_told_once(case, office, officer, district, mailoutbox) -> None:
    assert [warn(district=district, today=D("2026-03-03")) for _time in range(2)] == [2, 0]
    assert "came on 2026-03-02 and waits for its day of receipt" in mailoutbox[0].body
    assert due_pile(officer, frozenset({district.pk})).count == 1


def test_concluded_case_warns_nobody(accepted, office, other_office, officer, district, mailoutbox) -> None:
    decide(accepted, office, other_office, D("2026-03-20"))
    assert warn(district=district, today=D("2026-03-30")) == 0


def decide(case, office, other_office, day) -> None:
    deciding.draft_decision(
        case=case, outcome=Outcome.GRANTED, reasons="可以公开", basis="第三十六条", user=office, day=day
    )
    write_letter(case, "granted", by=office, approved_by=other_office)
    deciding.approve_decision(case=case, user=other_office, day=day)


@pytest.mark.parametrize(("day", "share"), [("2026-03-30", 100), ("2026-03-31", 0)])
def test_measure_counts_answers_in_time(day, share, accepted, office, other_office, district) -> None:
    year = D("2026-01-01"), D("2026-12-31")
    decided, in_time = (measure.value for measure in MEASURES)
    assert (decided(district, *year), in_time(district, *year)) == (0, None)
    decide(accepted, office, other_office, D(day))
    assert (decided(district, *year), in_time(district, *year)) == (1, share)


def test_pile_of_the_home_is_of_those_who_handle(accepted, officer, office, district, unit) -> None:
    here = frozenset({district.pk})
    Case.objects.filter(pk=accepted.pk).update(due_on=dt.date(2020, 1, 2))
    found = due_pile(officer, here)
    assert [(row.label, row.detail) for row in found.rows] == [(accepted.number, "Overdue · 2020-01-02")]
    assert due_pile(office, here).count == 1
    assert due_pile(officer, frozenset()) is None


def test_pile_names_cases_whose_applicant_let_the_time_pass(received, officer, district) -> None:
    correcting.ask_correction(case=received, items="名称", period=5, user=officer, day=D("2026-03-04"))
    found = due_pile(officer, frozenset({district.pk}))
    assert [row.detail for row in found.rows] == ["The applicant's time is over · 2026-03-11"]


def test_commands_tell_what_moves_and_who_is_warned(accepted, officer, district, mailoutbox) -> None:
    def told(*arguments) -> str:
        out = StringIO()
        call_command("requests", *arguments, stdout=out)
        return out.getvalue()

    CalendarDay.objects.create(day=D("2026-03-30"), is_working=False, name="临时放假")
    assert told("recount", "--district", "jia") == f"{accepted}: due on 2026-03-31 now\n"
    assert f"{accepted} was due on 2026-03-31" in told("remind", "--dry-run")
    assert (told("remind"), len(mailoutbox)) == ("甲区: 1 people warned\n", 1)
    assert recount_deadlines(Case.objects.all()).moved == []


class Refusing(BaseEmailBackend):
    """A mail server that takes nothing, and says of whom."""

    def send_messages(self, email_messages: Any) -> int:
        raise OSError(f"550 {email_messages[0].to}")


def test_log_of_a_refused_mail_has_the_key_of_the_person_and_no_address(
    accepted, officer, district, settings, caplog
) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    with pytest.raises(CaseRefused):
        warn(district=district, today=D("2026-03-25"))
    told = [line for line in caplog.records if line.name == "gongkai.plugins"]
    assert [(line.person, line.error) for line in told] == [(officer.pk, "OSError")]
    assert [line for line in told if officer.email in f"{line.getMessage()}{line.__dict__}"] == []
