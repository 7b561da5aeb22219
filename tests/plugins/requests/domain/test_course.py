"""A case's way from acceptance to its end."""

import datetime as dt

import pytest

from plugins.contrib.requests.domain.handling.consulting import ask_opinion, record_answer
from plugins.contrib.requests.domain.handling.correcting import abandon_case, ask_correction, record_correction
from plugins.contrib.requests.domain.handling.deciding import (
    approve_decision,
    close_case,
    draft_decision,
    draft_that_waits,
    return_draft,
    serve_decision,
)
from plugins.contrib.requests.domain.handling.ending import transfer_case, withdraw_case
from plugins.contrib.requests.domain.handling.extending import extend_deadline
from plugins.contrib.requests.enums import CaseState, ConsultationKind, Delivery, EventKind, Outcome, Position
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.models import Case
from plugins.domain.switching import enable
from tests.factories.cases import issue_letters, write_letter
from tests.factories.tenancy import make_district

DAY = dt.date(2026, 3, 2)
THIRD, ORGAN = ConsultationKind.THIRD_PARTY, ConsultationKind.ORGAN


def state_of(case):
    return Case.objects.get(pk=case.pk).state


def draft(case, user, outcome=Outcome.PARTLY):
    return draft_decision(case=case, outcome=outcome, reasons="含第三方信息", basis="第三十七条", user=user, day=DAY)


def test_correction_is_asked_once_and_the_case_begins_anew(received, officer):
    before = received.due_on
    ask_correction(case=received, items="写明年份", period=5, user=officer, day=DAY)
    assert state_of(received) == CaseState.CORRECTION_ASKED
    assert received.events.get(kind=EventKind.CORRECTION_ASKED).data == {"period": 5, "until": "2026-03-09"}

    record_correction(case=received, text="2025年", user=None, day=DAY + dt.timedelta(days=4))
    assert state_of(received) == CaseState.RECEIVED
    assert Case.objects.get(pk=received.pk).due_on > before
    with pytest.raises(CaseRefused):
        ask_correction(case=received, items="再写明", period=5, user=officer, day=DAY + dt.timedelta(days=4))


def test_correction_is_not_asked_after_seven_working_days(received, officer):
    ask = {"case": received, "items": "写明年份", "period": 5, "user": officer}
    with pytest.raises(CaseRefused, match="2026-03-11"):
        ask_correction(**ask, day=dt.date(2026, 3, 12))
    ask_correction(**ask, day=dt.date(2026, 3, 11))


def test_not_corrected_case_is_abandoned_when_time_is_over(received, officer):
    ask_correction(case=received, items="写明年份", period=5, user=officer, day=DAY)
    with pytest.raises(CaseRefused, match="2026-03-09"):
        abandon_case(case=received, reason="未补正", user=officer, day=dt.date(2026, 3, 9))
    abandon_case(case=received, reason="未补正", user=officer, day=dt.date(2026, 3, 10))

    ended = Case.objects.get(pk=received.pk)
    assert (ended.state, ended.outcome) == (CaseState.ABANDONED, Outcome.OTHER_NOT_CORRECTED)
    assert ended.concluded_on == dt.date(2026, 3, 10)


def test_case_goes_on_after_the_last_answer(accepted, officer):
    first = ask_opinion(case=accepted, kind=THIRD, name="某公司", user=officer, day=DAY)
    second = ask_opinion(case=accepted, kind=ORGAN, name="某局", user=officer, day=DAY)
    assert (first.due_on, state_of(accepted)) == (dt.date(2026, 3, 23), CaseState.ASKING_THIRD_PARTY)

    answer = {"case": accepted, "user": officer, "day": DAY + dt.timedelta(days=1)}
    record_answer(consultation=first.pk, position=Position.OBJECTS, reason="商业秘密", **answer)
    assert state_of(accepted) == CaseState.ASKING_ORGAN
    record_answer(consultation=second.pk, position=Position.AGREES, **answer)
    assert state_of(accepted) == CaseState.ACCEPTED
    with pytest.raises(CaseRefused):
        record_answer(consultation=second.pk, position=Position.AGREES, **answer)


def test_extended_case_is_extended_after_an_answer(accepted, officer, office):
    asked = ask_opinion(case=accepted, kind=THIRD, name="某公司", user=officer, day=DAY)
    extend_deadline(case=accepted, days=20, reason="情况复杂", user=office, day=DAY, today=DAY)
    assert state_of(accepted) == CaseState.ASKING_THIRD_PARTY

    record_answer(case=accepted, consultation=asked.pk, position=Position.NONE, user=officer, day=dt.date(2026, 3, 24))
    assert state_of(accepted) == CaseState.EXTENDED


def test_extension_is_the_offices_and_once(accepted, officer, office):
    before = Case.objects.get(pk=accepted.pk).due_on
    with pytest.raises(CaseRefused):
        extend_deadline(case=accepted, days=20, reason="情况复杂", user=officer, day=DAY)
    extend_deadline(case=accepted, days=10, reason="情况复杂", user=office, day=DAY, today=DAY)

    assert Case.objects.get(pk=accepted.pk).due_on > before
    with pytest.raises(CaseRefused):
        extend_deadline(case=accepted, days=10, reason="还是复杂", user=office, day=DAY, today=DAY)


def test_extension_comes_before_the_deadline(accepted, office):
    late = Case.objects.get(pk=accepted.pk).due_on + dt.timedelta(days=1)
    with pytest.raises(CaseRefused):
        extend_deadline(case=accepted, days=10, reason="情况复杂", user=office, day=late, today=late)
    with pytest.raises(CaseRefused, match=str(late - dt.timedelta(days=1))):
        extend_deadline(case=accepted, days=10, reason="情况复杂", user=office, day=DAY, today=late)


def test_two_persons_decide(accepted, officer, office, other_office):
    with pytest.raises(CaseRefused):
        approve_decision(case=accepted, user=office)
    draft(accepted, office)
    with pytest.raises(CaseRefused):
        approve_decision(case=accepted, user=office)
    with pytest.raises(CaseRefused):
        approve_decision(case=accepted, user=officer)
    write_letter(accepted, "partly", by=office, approved_by=other_office)
    approve_decision(case=accepted, user=other_office, day=dt.date(2026, 3, 20))

    decided = Case.objects.get(pk=accepted.pk)
    assert (decided.state, decided.outcome) == (CaseState.DECIDED, Outcome.PARTLY)
    assert (decided.concluded_on, decided.decision.approved_by) == (dt.date(2026, 3, 20), other_office)


def test_returned_draft_is_written_anew(accepted, officer, office):
    draft(accepted, officer)
    return_draft(case=accepted, reason="写明依据", user=office)
    with pytest.raises(CaseRefused):
        approve_decision(case=accepted, user=office)
    draft(accepted, officer, Outcome.GRANTED)
    write_letter(accepted, "granted", by=officer, approved_by=office)
    approve_decision(case=accepted, user=office, day=DAY)

    assert Case.objects.get(pk=accepted.pk).outcome == Outcome.GRANTED


def test_draft_is_approved_as_it_was_read(accepted, officer, office, other_office):
    draft(accepted, officer)
    read = draft_that_waits(accepted).pk
    draft(accepted, other_office, Outcome.GRANTED)
    with pytest.raises(CaseRefused):
        approve_decision(case=accepted, user=office, day=DAY, draft=read)
    with pytest.raises(CaseRefused):
        approve_decision(case=accepted, user=other_office, day=DAY)
    draft(accepted, officer)
    write_letter(accepted, "partly", by=officer, approved_by=office)
    with pytest.raises(CaseRefused):  # has drafted before
        approve_decision(case=accepted, user=other_office, day=DAY)
    with pytest.raises(CaseRefused):  # before the draft
        approve_decision(case=accepted, user=office, day=DAY - dt.timedelta(days=1))
    approve_decision(case=accepted, user=office, day=DAY, draft=draft_that_waits(accepted).pk)


def test_draft_ends_when_somebody_is_asked(accepted, officer, office):
    draft(accepted, officer)
    asked = ask_opinion(case=accepted, kind=THIRD, name="某公司", user=officer, day=DAY)
    record_answer(case=accepted, consultation=asked.pk, position=Position.OBJECTS, user=officer, day=DAY)
    with pytest.raises(CaseRefused):
        approve_decision(case=accepted, user=office, day=DAY)


@pytest.mark.parametrize("outcome", [Outcome.OTHER_NOT_CORRECTED, Outcome.UNAVAILABLE_UNCLEAR])
def test_outcome_fits_the_course(accepted, officer, outcome):
    with pytest.raises(CaseRefused):
        draft(accepted, officer, outcome)


@pytest.fixture
def decided(accepted, officer, office):
    draft(accepted, officer)
    write_letter(accepted, "partly", by=officer, approved_by=office)
    return approve_decision(case=accepted, user=office, day=DAY)


@pytest.mark.parametrize("way", [Delivery.ONLINE, Delivery.COLLECT])
def test_letter_is_issued_before_it_is_served(decided, officer, way):
    with pytest.raises(CaseRefused, match="“部分公开”"):
        serve_decision(case=decided, way=way, user=officer, day=DAY)
    issue_letters(decided, by=officer)
    serve_decision(case=decided, way=way, user=officer, day=DAY)


def test_decision_is_served_and_the_case_closed(decided, accepted, officer):
    issue_letters(decided, by=officer)
    with pytest.raises(CaseRefused):
        serve_decision(case=accepted, way=Delivery.POST, user=officer, day=DAY - dt.timedelta(days=1))
    serve_decision(case=accepted, way=Delivery.POST, user=officer, day=dt.date(2026, 3, 4))
    close_case(case=accepted, user=officer, day=dt.date(2026, 3, 5))

    closed = Case.objects.get(pk=accepted.pk)
    assert (closed.state, closed.served_on, closed.closed_on) == (
        CaseState.CLOSED,
        dt.date(2026, 3, 4),
        dt.date(2026, 3, 5),
    )


def test_applicant_withdraws(accepted, officer):
    ask_opinion(case=accepted, kind=THIRD, name="某公司", user=officer, day=dt.date(2026, 3, 5))
    with pytest.raises(CaseRefused):
        withdraw_case(case=accepted, user=officer, day=dt.date(2026, 3, 4))
    withdraw_case(case=accepted, user=None)

    assert Case.objects.get(pk=accepted.pk).outcome == Outcome.OTHER_OTHER
    with pytest.raises(CaseRefused):
        withdraw_case(case=accepted, user=None)


def test_case_that_ends_early_is_reported_all_the_same(case, office):
    withdraw_case(case=case, user=office, reason="来电撤回", day=DAY)
    ended = Case.objects.get(pk=case.pk)

    assert (ended.received_on, ended.concluded_on, ended.state) == (DAY, DAY, CaseState.WITHDRAWN)


def test_answer_is_waited_for(accepted, officer):
    with pytest.raises(CaseRefused):
        ask_opinion(case=accepted, kind=ORGAN, name="某局", user=officer, day=DAY, period=16)
    asked = ask_opinion(case=accepted, kind=ORGAN, name="某局", user=officer, day=DAY, period=5)
    silence = {"case": accepted, "consultation": asked.pk, "position": Position.NONE, "user": officer}
    with pytest.raises(CaseRefused, match="2026-03-09"):
        record_answer(**silence, day=dt.date(2026, 3, 9))
    record_answer(**silence, day=dt.date(2026, 3, 10))


def test_transferred_case_begins_in_the_other_district(accepted, office, officer):
    other = make_district(city=accepted.district.city, name="乙区", slug="yi")
    enable("requests", district=other, user=None)
    code = accepted.tracking_digest
    with pytest.raises(CaseRefused):
        transfer_case(case=accepted, district=other, reason="属乙区", user=officer)
    made = transfer_case(case=accepted, district=other, reason="属乙区", user=office)

    assert (made.district, made.name, made.state) == (other, accepted.name, CaseState.RECEIVED)
    assert (made.received_on, made.unit, made.number) == (None, None, "")
    assert Case.objects.get(tracking_digest=code) == made
    assert state_of(accepted) == CaseState.TRANSFERRED


def test_transfer_says_where(accepted, office):
    with pytest.raises(CaseRefused):
        transfer_case(case=accepted, reason="不属本区", user=office)
    assert transfer_case(case=accepted, target="市水利局", reason="不属本区", user=office) is None
