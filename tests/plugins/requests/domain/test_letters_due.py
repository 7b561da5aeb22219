"""A decision needs its letter; what waits to be written is known."""

import datetime as dt

import pytest

from plugins.contrib.requests.domain.handling.consulting import ask_opinion, record_answer
from plugins.contrib.requests.domain.handling.correcting import ask_correction, record_correction
from plugins.contrib.requests.domain.handling.deciding import approve_decision, draft_decision
from plugins.contrib.requests.domain.handling.ending import withdraw_case
from plugins.contrib.requests.domain.handling.extending import extend_deadline
from plugins.contrib.requests.domain.handling.receiving import accept_case
from plugins.contrib.requests.domain.letters.drafting import approve_letter, issue_letter
from plugins.contrib.requests.domain.letters.due import letters_that_wait
from plugins.contrib.requests.enums import CaseState, ConsultationKind, LetterState, Outcome, Position
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.models import Case
from tests.factories.cases import write_letter

DAY = dt.date(2026, 3, 2)


def draft(case, user, outcome):
    draft_decision(case=case, outcome=outcome, reasons="有理由", basis="第三十六条", user=user, day=DAY)


def state_of(case):
    return Case.objects.get(pk=case.pk).state


def waiting(case):
    return [(step.kind, step.letter.state if step.letter else "") for step in letters_that_wait(case)]


@pytest.mark.parametrize(
    ("outcome", "other", "letter"),
    [
        (Outcome.PARTLY, "granted", "partly"),
        (Outcome.GRANTED, "partly", "granted"),
        (Outcome.GRANTED, "transfer", "already_public"),
        (Outcome.UNAVAILABLE_NOT_HELD, "already_public", "transfer"),
    ],
)
def test_decision_waits_for_the_letter_of_its_outcome(accepted, officer, office, outcome, other, letter):
    draft(accepted, officer, outcome)
    write_letter(accepted, other, by=officer, approved_by=office)
    with pytest.raises(CaseRefused, match=f"“{outcome.label}”尚未起草"):
        approve_decision(case=accepted, user=office, day=DAY)
    assert state_of(accepted) == CaseState.ACCEPTED
    write_letter(accepted, letter, by=officer, approved_by=office)
    assert approve_decision(case=accepted, user=office, day=DAY).state == CaseState.DECIDED


def test_draft_of_a_letter_is_not_enough(accepted, officer, office):
    draft(accepted, officer, Outcome.PARTLY)
    letter = write_letter(accepted, "partly", by=officer, approved_by=office)
    draft(accepted, officer, Outcome.PARTLY)  # the letter says what the draft before said
    letter.refresh_from_db()
    assert letter.state == LetterState.DRAFT
    with pytest.raises(CaseRefused, match="“部分公开”尚未批准"):
        approve_decision(case=accepted, user=office, day=DAY)
    approve_letter(letter=letter, user=office)
    assert approve_decision(case=accepted, user=office, day=DAY).state == CaseState.DECIDED


def test_letter_of_a_decision_is_issued_after_it(accepted, officer, office):
    draft(accepted, officer, Outcome.PARTLY)
    public = write_letter(accepted, "already_public", by=officer, approved_by=office)
    with pytest.raises(CaseRefused):
        issue_letter(letter=public, user=officer)
    letter = write_letter(accepted, "partly", by=officer, approved_by=office)
    with pytest.raises(CaseRefused):
        issue_letter(letter=letter, user=officer)
    approve_decision(case=accepted, user=office, day=DAY)
    issued = issue_letter(letter=letter, user=officer, day=dt.date(2026, 3, 3))
    assert (issued.issued_on, "〔2026〕1号" in issued.number) == (dt.date(2026, 3, 3), True)


def test_course_asks_for_its_letters_in_turn(received, officer, office):
    ask_correction(case=received, items="写明年份", period=5, user=officer, day=DAY)
    assert waiting(received) == [("correction", "")]
    record_correction(case=received, text="2025年", user=None, day=DAY)
    accept_case(case=received, user=officer, day=DAY)
    extend_deadline(case=received, days=5, reason="案情复杂", user=office, day=DAY, today=DAY)
    for kind in ConsultationKind:
        ask_opinion(case=received, kind=kind, name="某公司", user=officer, day=DAY)
    assert waiting(received) == [("extension", ""), ("inquiry", ""), ("organ", "")]


def test_what_is_answered_asks_for_no_letter(received, officer, office):
    ask_correction(case=received, items="写明年份", period=5, user=officer, day=DAY)
    notice = write_letter(received, "correction", by=officer, approved_by=office)
    assert waiting(received) == [("correction", "approved")]
    record_correction(case=received, text="2025年", user=None, day=DAY)
    accept_case(case=received, user=officer, day=DAY)
    asked = [
        ask_opinion(case=received, kind=ConsultationKind.THIRD_PARTY, name=name, user=officer, day=DAY)
        for name in ("甲公司", "乙公司")
    ]
    record_answer(case=received, consultation=asked[0].pk, position=Position.AGREES, user=officer, day=DAY)
    assert waiting(received) == [("inquiry", "")]
    record_answer(case=received, consultation=asked[1].pk, position=Position.AGREES, user=officer, day=DAY)
    assert (waiting(received), notice.state) == ([], LetterState.APPROVED)


def test_second_third_party_has_a_letter_of_its_own(accepted, officer, office):
    ask = {"case": accepted, "kind": ConsultationKind.THIRD_PARTY, "user": officer, "day": DAY}
    ask_opinion(name="甲公司", **ask)
    issue_letter(letter=write_letter(accepted, "inquiry", by=officer, approved_by=office), user=officer)
    assert waiting(accepted) == []
    ask_opinion(name="乙公司", **ask)
    assert waiting(accepted) == [("inquiry", "")]
    write_letter(accepted, "inquiry", by=officer, approved_by=office)
    assert waiting(accepted) == [("inquiry", "approved")]


def test_draft_for_no_event_waits(received, officer, office):
    write_letter(received, "correction", by=officer, approved_by=office)
    assert waiting(received) == [("correction", "approved")]


def test_letter_of_another_outcome_is_not_issued(accepted, officer, office):
    draft(accepted, officer, Outcome.GRANTED)
    other = write_letter(accepted, "partly", by=officer, approved_by=office)
    write_letter(accepted, "granted", by=officer, approved_by=office)
    case = approve_decision(case=accepted, user=office, day=DAY)
    with pytest.raises(CaseRefused, match="予以公开"):
        issue_letter(letter=other, user=officer)
    assert waiting(case) == [("granted", "approved")]


def test_withdrawn_case_issues_no_decision(accepted, officer, office):
    letter = write_letter(accepted, "granted", by=officer, approved_by=office)
    case = withdraw_case(case=accepted, user=officer)
    with pytest.raises(CaseRefused):
        issue_letter(letter=letter, user=officer)
    told = write_letter(case, "withdrawn", by=officer, approved_by=office)
    assert issue_letter(letter=told, user=officer).state == LetterState.ISSUED


def test_letter_waits_until_it_is_issued(accepted, officer, office):
    draft(accepted, officer, Outcome.GRANTED)
    letter = write_letter(accepted, "granted", by=officer, approved_by=office)
    assert waiting(accepted) == [("granted", "approved")]
    approve_decision(case=accepted, user=office, day=DAY)
    issue_letter(letter=letter, user=officer)
    assert waiting(accepted) == []


@pytest.mark.parametrize(("position", "left"), [(Position.OBJECTS, [("third_party", "")]), (Position.AGREES, [])])
def test_third_party_who_objected_in_vain_is_told(accepted, officer, office, position, left):
    asked = ask_opinion(case=accepted, kind=ConsultationKind.THIRD_PARTY, name="甲公司", user=officer, day=DAY)
    record_answer(case=accepted, consultation=asked.pk, position=position, reason="商业秘密", user=officer, day=DAY)
    draft(accepted, officer, Outcome.GRANTED)
    letter = write_letter(accepted, "granted", by=officer, approved_by=office)
    case = approve_decision(case=accepted, user=office, day=DAY)
    issue_letter(letter=letter, user=officer)
    assert waiting(case) == left
    write_letter(case, "third_party", by=officer, approved_by=office)
    assert waiting(case) == [("third_party", "approved")]


def test_case_that_ended_otherwise_asks_for_no_decision(accepted, officer):
    draft(accepted, officer, Outcome.GRANTED)
    withdraw_case(case=accepted, user=officer)
    assert waiting(Case.objects.get(pk=accepted.pk)) == [("withdrawn", "")]


def test_case_that_was_served_without_a_letter_asks_for_none(accepted, officer, office):
    draft(accepted, officer, Outcome.OTHER_OTHER)
    served = {"state": CaseState.SERVED, "outcome": Outcome.OTHER_OTHER, "concluded_on": DAY, "served_on": DAY}
    Case.objects.filter(pk=accepted.pk).update(**served)
    assert waiting(Case.objects.get(pk=accepted.pk)) == []
    Case.objects.filter(pk=accepted.pk).update(state=CaseState.DECIDED, served_on=None)
    assert waiting(Case.objects.get(pk=accepted.pk)) == [("other_other", "")]
