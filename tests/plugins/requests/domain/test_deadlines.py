"""What is kept of the clock follows the log, act by act, and the calendar."""

from __future__ import annotations

import datetime as dt

import pytest

from cms.calendar.domain.working_days import working_calendar
from cms.calendar.models import CalendarDay
from plugins.contrib.requests.clock import Tone
from plugins.contrib.requests.domain.deadlines import explain_case, recount_deadlines, standing_of
from plugins.contrib.requests.domain.handling import consulting, correcting, extending, receiving, talking
from plugins.contrib.requests.enums import ConsultationKind, EventKind, Position
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.models import Case, CaseEvent
from tests.factories.cases import make_case

D = dt.date.fromisoformat
THIRD = ConsultationKind.THIRD_PARTY


def kept(case: Case) -> tuple:
    case.refresh_from_db()
    return case.due_on, case.paused_until, case.is_provisional


def test_deadline_follows_each_act(accepted, officer, office) -> None:
    assert kept(accepted) == (D("2026-03-30"), None, False)
    asked = consulting.ask_opinion(case=accepted, kind=THIRD, name="张三", user=officer, day=D("2026-03-09"))
    assert kept(accepted) == (D("2026-04-21"), D("2026-03-30"), False)
    extending.extend_deadline(
        case=accepted, days=5, reason="卷宗多", user=office, day=D("2026-03-10"), today=D("2026-03-10")
    )
    assert kept(accepted)[0] == D("2026-04-28")
    answer = {"position": Position.AGREES, "user": officer, "day": D("2026-03-11")}
    consulting.record_answer(case=accepted, consultation=asked.pk, **answer)
    assert kept(accepted) == (D("2026-04-09"), D("2026-03-11"), False)


def test_case_that_waits_for_its_applicant_has_no_deadline(received, officer) -> None:
    correcting.ask_correction(case=received, items="名称", period=5, user=officer, day=D("2026-03-04"))
    assert kept(received) == (None, D("2026-03-11"), False)
    correcting.record_correction(case=received, text="补", user=None, day=D("2026-03-10"))
    assert kept(received) == (D("2026-04-08"), D("2026-03-10"), False)


def test_event_that_cannot_be_is_not_written(accepted, officer) -> None:
    CaseEvent.objects.create(case=accepted, kind=EventKind.DECIDED, day=D("2026-03-03"), state_after=accepted.state)
    with pytest.raises(CaseRefused):
        consulting.ask_opinion(case=accepted, kind=THIRD, name="张三", user=officer, day=D("2026-03-04"))
    assert list(accepted.consultations.all()) == []


def test_names_do_not_leave_the_case(accepted, officer) -> None:
    consulting.ask_opinion(case=accepted, kind=THIRD, name="张三", user=officer, day=D("2026-03-09"))
    found = explain_case(accepted, today=D("2026-03-10"))
    assert [event.who for event in found.scenario.events] == ["", "1"]
    assert "张三" not in str(found.values) + "".join(found.lines)


@pytest.mark.parametrize("number", [1, 3])
def test_calendar_that_changes_moves_deadlines(
    number, accepted, officer, district, unit, django_assert_num_queries
) -> None:
    for _step in range(number - 1):
        receiving.receive_case(
            case=make_case(district, unit, on=D("2026-03-02")), arrived_on=D("2026-03-02"), user=officer
        )
    CalendarDay.objects.create(day=D("2026-03-30"), is_working=False, name="临时放假")
    with django_assert_num_queries(6):
        found = recount_deadlines(Case.objects.open())
    assert ({case.due_on for case in found.moved}, len(found.moved), found.refused) == ({D("2026-03-31")}, number, [])
    assert recount_deadlines(Case.objects.open()).moved == []


@pytest.fixture
def make_up_day(db) -> CalendarDay:
    """A Saturday in March that is announced when the month is over: what fell on a last day then came a day late."""
    return CalendarDay(day=D("2026-03-07"), is_working=True, name="补班")


def test_calendar_that_changes_undoes_no_notice(received, officer, make_up_day) -> None:
    correcting.ask_correction(case=received, items="名称", period=5, user=officer, day=D("2026-03-11"))
    make_up_day.save()
    assert recount_deadlines(Case.objects.open()).refused == []
    correcting.record_correction(case=received, text="补", user=None, day=D("2026-03-12"))
    assert kept(received)[0] == D("2026-04-10")


def test_calendar_that_changes_undoes_no_extension(accepted, officer, office, make_up_day) -> None:
    last = D("2026-03-30")
    extending.extend_deadline(case=accepted, days=5, reason="卷宗多", user=office, day=last, today=last)
    make_up_day.save()
    talking.write_message(case=accepted, text="已延期", user=officer)
    assert kept(accepted)[0] == D("2026-04-03")


def test_notice_is_judged_by_the_calendar_of_the_day(received, officer, make_up_day) -> None:
    make_up_day.save()
    with pytest.raises(CaseRefused):
        correcting.ask_correction(case=received, items="名称", period=5, user=officer, day=D("2026-03-11"))
    assert list(received.events.filter(kind=EventKind.CORRECTION_ASKED)) == []


def test_recount_names_what_it_cannot_count(accepted) -> None:
    CaseEvent.objects.create(case=accepted, kind=EventKind.PAID, day=D("2026-03-03"), state_after=accepted.state)
    found = recount_deadlines(Case.objects.open())
    assert ([case for case, _why in found.refused], found.moved) == ([accepted], [])
    assert kept(accepted)[0] == D("2026-03-30")


@pytest.mark.parametrize(
    ("today", "tone", "left"),
    [
        ("2026-03-10", Tone.FINE, 14),
        ("2026-03-24", Tone.SOON, 4),
        ("2026-03-26", Tone.VERY_SOON, 2),
        ("2026-03-30", Tone.TODAY, 0),
        ("2026-04-01", Tone.OVERDUE, -2),
    ],
)
def test_standing_needs_no_query(today, tone, left, accepted, django_assert_num_queries) -> None:
    accepted.refresh_from_db()
    calendar = working_calendar()
    with django_assert_num_queries(0):
        found = standing_of(accepted, today=D(today), calendar=calendar)
    assert (found.tone, found.left) == (tone, left)


def test_case_whose_receipt_is_open_is_new(case) -> None:
    assert standing_of(case, today=D("2026-03-10"), calendar=working_calendar()).tone == Tone.NEW
