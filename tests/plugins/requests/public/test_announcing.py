"""Applicants are mailed that there is news, and nothing of what it is."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

from cms.people.enums import Role
from plugins.contrib.requests.domain.handling.correcting import ask_correction
from plugins.contrib.requests.domain.handling.deciding import approve_decision, draft_decision, serve_decision
from plugins.contrib.requests.domain.handling.receiving import accept_case, receive_case
from plugins.contrib.requests.domain.handling.talking import supplement_case, write_message, write_note
from plugins.contrib.requests.domain.letters.drafting import issue_letter
from plugins.contrib.requests.enums import Delivery, Outcome
from plugins.contrib.requests.models import Case
from tests.factories.cases import write_letter
from tests.factories.people import make_person

from .walking import PERSONAL, applied, reader

pytestmark = pytest.mark.django_db
NOTICE = "金丝雀通知：请写明合同年份。"


class Refusing(BaseEmailBackend):
    """A mail server that takes nothing, and says of whom."""

    def send_messages(self, email_messages: Any) -> int:
        raise OSError(f"550 {email_messages[0].to}")


@pytest.fixture
def code(district) -> str:
    return applied(reader())


@pytest.fixture
def office(district):
    return make_person(Role.DISCLOSURE_OFFICE, district=district)


@pytest.fixture
def case(code, office) -> Case:
    today = timezone.localdate()
    return receive_case(case=Case.objects.get(), user=office, arrived_on=today, confirmed_on=today)


def test_news_are_mailed_with_number_and_address_alone(code, case, office, django_capture_on_commit_callbacks) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        ask_correction(case=case, items=NOTICE, period=15, user=office)
    (letter,) = mail.outbox
    text = f"{letter.subject}\n{letter.message().as_string()}\n{letter.body}"

    assert letter.to == [PERSONAL["email"]]
    assert (case.number in letter.subject, "/jia/requests/status/" in letter.body) == (True, True)
    hidden = {**PERSONAL, "code": code, "title": case.title, "notice": NOTICE, "outcome": "补正"}
    assert [name for name, value in hidden.items() if name != "email" and value in text] == []


def test_nothing_is_mailed_of_what_the_applicant_does_not_see_or_did(
    case, office, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        write_note(case=case, text="内部意见", user=office)
        supplement_case(case=case, text="还要附图", user=None)

    assert mail.outbox == []


def test_nothing_is_mailed_to_whoever_gave_no_address(district, office, django_capture_on_commit_callbacks) -> None:
    applied(reader(), email="")
    with django_capture_on_commit_callbacks(execute=True):
        write_message(case=Case.objects.get(), text="请来电", user=office)

    assert mail.outbox == []


def test_refused_mail_undoes_nothing_and_its_log_names_nobody(
    case, office, settings, caplog, django_capture_on_commit_callbacks
) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    with django_capture_on_commit_callbacks(execute=True):
        write_message(case=case, text="请来电", user=office)
    told = [(line.levelname, line.case) for line in caplog.records if line.name == "gongkai.requests"]

    assert (case.events.last().text, told) == ("请来电", [("ERROR", case.pk)])
    assert [line for line in caplog.records if PERSONAL["email"] in f"{line.getMessage()}{line.__dict__}"] == []


def test_letter_that_can_be_read_is_news(case, office, django_capture_on_commit_callbacks) -> None:
    drafter = make_person(Role.DISCLOSURE_OFFICE, district=case.district)
    letters = [write_letter(case, kind, by=drafter, approved_by=office) for kind in ("inquiry", "receipt")]
    with django_capture_on_commit_callbacks(execute=True):
        issue_letter(letter=letters[0], user=office)
    assert mail.outbox == []
    with django_capture_on_commit_callbacks(execute=True):
        issue_letter(letter=letters[1], user=office)
    assert [one.to for one in mail.outbox] == [[PERSONAL["email"]]]


def test_letter_of_a_decision_is_news_when_it_is_served(case, office, django_capture_on_commit_callbacks) -> None:
    drafter = make_person(Role.DISCLOSURE_OFFICE, district=case.district)
    accept_case(case=case, user=office)
    draft_decision(case=case, outcome=Outcome.GRANTED, reasons="有理由", basis="第三十六条", user=drafter)
    letter = write_letter(case, "granted", by=drafter, approved_by=office)
    decided = approve_decision(case=case, user=office)
    with django_capture_on_commit_callbacks(execute=True):
        issue_letter(letter=letter, user=office)
    assert mail.outbox == []
    with django_capture_on_commit_callbacks(execute=True):
        serve_decision(case=decided, way=Delivery.ONLINE, user=office)
    assert len(mail.outbox) == 1
