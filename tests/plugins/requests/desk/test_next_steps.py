"""Who opens a case sees what comes next: letters, fees, files, as what can be done now."""

import datetime as dt

import pytest
from django.urls import reverse

from plugins.contrib.requests.domain.fees import ask_fee
from plugins.contrib.requests.domain.handling.deciding import draft_decision
from plugins.contrib.requests.domain.letters.wording import approve_standard, approve_template
from plugins.contrib.requests.enums import CaseState, LetterState, Outcome
from plugins.contrib.requests.fees import fee_by_pages
from plugins.contrib.requests.models import Case
from tests.factories.cases import write_letter

DAY = dt.date(2026, 3, 2)
FEE = 'id="act-{}"><a href="{}"'


def url(name, case, *rest):
    return reverse(f"requests-admin:{name}", args=[case.pk, *rest])


def html_of(client, case):
    return client.get(url("case", case)).content.decode()


def act_of(html, act):
    """The part of the screen with the form of ``act``."""
    return html.partition(f'id="act-{act}"')[2].partition("</details>")[0]


@pytest.fixture
def drafted(accepted, officer):
    draft_decision(case=accepted, outcome=Outcome.PARTLY, reasons="x", basis="第三十七条", user=officer, day=DAY)
    return accepted


def test_decision_without_a_letter_leads_to_writing_it(drafted, at_office, office):
    approve_standard(owner=drafted.district, user=office)
    html = at_office.post(url("act", drafted, "decide"), {"decide-day": "2026-03-03", "decide-draft": "1"})
    assert "起草文书“部分公开”" in act_of(html.content.decode(), "decide")
    answer = at_office.post(url("draft_letter", drafted), {"kind": "partly"})
    assert answer.headers["Location"] == url("letter", drafted, drafted.letters.get().pk)


def test_refused_decision_names_its_letter(drafted, at_office):
    draft = drafted.events.get(kind="drafted").pk
    answer = at_office.post(url("act", drafted, "decide"), {"decide-day": "2026-03-03", "decide-draft": draft})
    assert "文书“部分公开”尚未起草" in act_of(answer.content.decode(), "decide")
    assert Case.objects.get(pk=drafted.pk).state == CaseState.ACCEPTED


def test_letter_that_is_written_is_led_to(drafted, at_office, officer, office):
    letter = write_letter(drafted, "partly", by=officer, approved_by=office)
    html = act_of(html_of(at_office, drafted), "decide")
    assert f'href="{url("letter", drafted, letter.pk)}"' in html
    assert f">{LetterState.APPROVED.label}<" in html


def test_wording_that_nobody_approved_is_told(drafted, at_unit, office):
    approve_template(owner=drafted.district, kind="receipt", user=office)
    answer = at_unit.post(url("draft_letter", drafted), {"kind": "partly"})
    assert "公开工作机构尚未批准这种文书的文本" in answer.content.decode()
    assert not drafted.letters.exists()


def test_fee_stands_among_the_acts_while_it_can_be_asked_for(received, accepted, at_unit, officer):
    fee = url("fee", accepted)
    before = html_of(at_unit, accepted)
    ask_fee(case=accepted, fee=fee_by_pages(pages=40), quantity=40, user=officer, day=DAY)
    after = html_of(at_unit, accepted)
    Case.objects.filter(pk=accepted.pk).update(state=CaseState.DECIDED)
    found = [FEE.format("ask_fee", fee) in before, FEE.format("record_payment", fee) in after]
    assert (found, fee in html_of(at_unit, accepted)) == ([True, True], False)


@pytest.mark.parametrize(("state", "is_there"), [("received", False), ("accepted", True), ("closed", False)])
def test_files_stand_among_the_acts_while_they_are_made_ready(accepted, at_unit, state, is_there):
    Case.objects.filter(pk=accepted.pk).update(state=state)
    assert (f'href="{url("papers", accepted)}#papers"' in html_of(at_unit, accepted)) is is_there
