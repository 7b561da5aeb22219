"""Days of a ledger by name, dues, tones, and events that cannot be."""

from __future__ import annotations

import datetime as dt

import pytest

from cms.calendar.domain.working_days import WorkingCalendar
from plugins.contrib.requests.clock import (
    DayKind,
    DueKind,
    Event,
    EventRefused,
    FeeEffect,
    NotReceived,
    Phase,
    Reason,
    Rules,
    TermStart,
    Tone,
    ledger_of,
    tone_of,
)
from plugins.contrib.requests.clock.wording import sentence_of, term_of
from plugins.contrib.requests.enums import EventKind as K

D = dt.date.fromisoformat
#: The National Day of 2026 as it was announced.
OFF = {D(f"2026-10-0{n}"): False for n in range(1, 8)}
ELSE = {D("2026-01-01"): False, D("2026-05-01"): False}
NATIONAL_DAY = WorkingCalendar({**ELSE, **OFF, D("2026-10-10"): True}, dict.fromkeys([*OFF, D("2026-10-10")], "国庆节"))
RECEIVED = Event(K.RECEIVED, D("2026-09-25"))


def at(kind, day, **told) -> Event:
    return Event(kind, D(day), **told)


def ledger(*events, rules=None, until=None):
    return ledger_of([RECEIVED, *events], calendar=NATIONAL_DAY, rules=rules, until=until)


def test_each_day_says_what_it_is_and_why() -> None:
    days = {f"{day.day:%m-%d}": (day.kind, day.reason, day.number, day.name) for day in ledger().days}
    assert days["09-25"] == (DayKind.START, Reason.RECEIVED, 0, "")
    assert days["09-26"] == (DayKind.SKIPPED, Reason.WEEKEND, 0, "")
    assert days["09-28"] == (DayKind.COUNTED, Reason.WORKING, 1, "")
    assert days["10-01"] == (DayKind.SKIPPED, Reason.HOLIDAY, 0, "国庆节")
    assert days["10-10"] == (DayKind.COUNTED, Reason.MAKE_UP, 6, "国庆节")
    assert ledger().days[-1].day == ledger().due == D("2026-10-29")


def test_sentence_names_number_holiday_and_article() -> None:
    asked = ledger(at(K.ASKED, "2026-10-09", who="1"))
    sentences = {f"{day.day:%m-%d}": sentence_of(day) for day in asked.days}
    assert sentences["10-01"] == "Public holiday · 国庆节"
    assert sentences["10-08"] == "Working day · day 4 of 20"
    assert sentences["10-10"] == "A third party is being asked · 1 · Arts. 32 and 33"


def test_year_without_a_calendar_is_marked_on_each_day() -> None:
    found = ledger_of([Event(K.RECEIVED, D("2026-12-21"))], calendar=NATIONAL_DAY)
    assert (found.provisional_years, found.due) == ((2027,), D("2027-01-18"))
    assert {day.day.year for day in found.days if day.is_provisional} == {2027}


def test_dues_name_everybody_who_is_waited_for() -> None:
    asked, answered = at(K.ASKED, "2026-10-09", who="1"), at(K.ANSWERED, "2026-10-12", who="1")
    found = ledger(asked, answered, at(K.FEE_ASKED, "2026-10-13"))
    assert [(due.kind, due.day, due.done) for due in found.dues] == [
        (DueKind.NOTICE, D("2026-10-12"), None),
        (DueKind.THIRD_PARTY, D("2026-10-29"), D("2026-10-12")),
        (DueKind.PAYMENT, D("2026-11-12"), None),
    ]


def test_correction_restarts_and_leaves_the_applicant_the_days_of_the_notice() -> None:
    asked = at(K.CORRECTION_ASKED, "2026-09-29", until=D("2026-10-20"))
    waiting, corrected = ledger(asked), ledger(asked, at(K.CORRECTED, "2026-10-23"))
    assert (waiting.due, waiting.phase, waiting.paused_until) == (None, Phase.CORRECTING, D("2026-10-20"))
    assert waiting.days[-1].day == D("2026-10-20")
    assert (corrected.due, corrected.phase) == (D("2026-11-20"), Phase.RUNNING)


@pytest.mark.parametrize(
    ("effect", "due"),
    [(FeeEffect.RESTART, "2026-11-17"), (FeeEffect.PAUSE, "2026-11-05"), (FeeEffect.NONE, "2026-10-29")],
)
def test_fee_does_what_the_rules_say(effect, due) -> None:
    events = at(K.FEE_ASKED, "2026-10-13"), at(K.PAID, "2026-10-20")
    assert ledger(*events, rules=Rules(fee_effect=effect)).due == D(due)


def test_days_to_pay_count_from_the_notice_and_say_so() -> None:
    asked = at(K.FEE_ASKED, "2026-10-13", days=10, effect=FeeEffect.PAUSE, basis="甲区财政局通知")
    sent, served = at(K.FEE_SENT, "2026-10-15"), at(K.FEE_SERVED, "2026-10-20")
    found = [ledger(asked), ledger(asked, sent), ledger(asked, sent, served)]
    dues = [next(due for due in one.dues if due.kind == DueKind.PAYMENT) for one in found]
    assert [due.day for due in dues] == [D("2026-10-23"), D("2026-10-26"), D("2026-10-30")]
    assert [due.term.start for due in dues] == [TermStart.ENTERED, TermStart.SENT, TermStart.SERVED]
    assert [one.paused_until for one in found] == [due.day for due in dues]
    assert term_of(dues[2]) == (
        "10 calendar days from the day after 2026-10-20, when the notice was served"
        " · period for the answer: It stands still until the payment · 甲区财政局通知"
    )


def test_letter_issued_after_its_service_moves_nothing() -> None:
    served = [at(K.FEE_ASKED, "2026-10-13"), at(K.FEE_SERVED, "2026-10-14")]
    assert ledger(*served, at(K.FEE_SENT, "2026-10-15")).dues == ledger(*served).dues


def test_rule_that_nobody_set_is_told_as_an_assumption() -> None:
    due = next(due for due in ledger(at(K.FEE_ASKED, "2026-10-13")).dues if due.kind == DueKind.PAYMENT)
    assert term_of(due).endswith("It starts anew after the payment · assumed: the district has set no rule of fees")


def test_reopened_case_has_a_period_of_its_own() -> None:
    found = ledger(at(K.DECIDED, "2026-11-03"), at(K.REOPENED, "2026-11-12"), at(K.EXTENDED, "2026-11-13", days=5))
    kinds = {f"{day.day:%m-%d}": (day.kind, day.reason) for day in found.days}
    assert kinds["11-02"] == (DayKind.LATE, Reason.EXPIRED)
    assert kinds["11-10"] == (DayKind.PAUSED, Reason.CONCLUDED)
    assert (found.due, found.allowance, found.is_in_time) == (D("2026-12-17"), 25, None)


def test_concluded_in_time_or_late() -> None:
    assert ledger(at(K.DECIDED, "2026-10-29")).is_in_time is True
    assert ledger(at(K.DECIDED, "2026-10-30")).is_in_time is False
    assert ledger(at(K.DECIDED, "2026-10-30")).days[-1].day == D("2026-10-30")


def test_open_case_is_told_up_to_today() -> None:
    found = ledger(until=D("2026-11-02"))
    assert (found.due, found.days[-1].day, found.remaining(D("2026-10-27"))) == (D("2026-10-29"), D("2026-11-02"), 2)


def test_opinion_after_the_end_changes_nothing() -> None:
    asked = at(K.ASKED, "2026-10-09", who="1")
    ended = ledger(asked, at(K.DECIDED, "2026-10-12"))
    assert ledger(asked, at(K.DECIDED, "2026-10-12"), at(K.ANSWERED, "2026-12-30", who="1")).due == ended.due


CORRECTION = at(K.CORRECTION_ASKED, "2026-09-28"), at(K.CORRECTED, "2026-10-09")


@pytest.mark.parametrize(
    ("events", "words"),
    [
        ([at(K.DECIDED, "2026-09-20")], "It comes before the day of receipt. Correct one of the two days."),
        ([at(K.RECEIVED, "2026-09-28")], "A case is received once."),
        ([at(K.CORRECTION_ASKED, "2026-10-13")], "The notice had to be given by 2026-10-12 (Art. 30)."),
        ([*CORRECTION, at(K.CORRECTION_ASKED, "2026-10-09")], "A correction may be asked for once (Art. 30)."),
        ([at(K.CORRECTION_ASKED, "2026-09-28", until=D("2026-09-28"))], "It leaves the applicant no day."),
        ([at(K.EXTENDED, "2026-09-28"), at(K.CORRECTION_ASKED, "2026-09-29")], "The period was extended"),
        ([at(K.CORRECTED, "2026-09-28")], "What can follow: "),
        ([at(K.PAID, "2026-09-28")], "What can follow: "),
        ([at(K.CORRECTION_ASKED, "2026-09-28"), at(K.EXTENDED, "2026-09-29")], "What can follow: "),
        ([at(K.EXTENDED, "2026-09-28", days=21)], "It is extended by 1 to 20 working days (Art. 33)."),
        ([at(K.EXTENDED, "2026-09-28"), at(K.EXTENDED, "2026-09-29")], "A period is extended once (Art. 33)."),
        ([at(K.EXTENDED, "2026-10-30")], "The period ended on 2026-10-29. Answer at once"),
        ([at(K.FEE_ASKED, "2026-10-30")], "The period ended on 2026-10-29. Answer at once"),
        (
            [at(K.ASKED, "2026-09-28", who="1"), at(K.ASKED, "2026-09-29", who="1")],
            "The same one is being asked",
        ),
        ([at(K.ANSWERED, "2026-09-28", who="1")], "Nobody is being asked who could have answered."),
        ([at(K.FEE_SENT, "2026-09-28")], "No fee was asked for. Write down first that it was, and when."),
        ([at(K.ABANDONED, "2026-09-28")], "Nothing is asked of the applicant."),
        ([CORRECTION[0], at(K.ABANDONED, "2026-10-09")], "The applicant has time until 2026-10-16."),
        (
            [at(K.DECIDED, "2026-09-28"), at(K.DECIDED, "2026-09-29")],
            "It cannot follow while",
        ),
    ],
)
def test_events_that_cannot_be_are_named_with_a_remedy(events, words) -> None:
    with pytest.raises(EventRefused) as refused:
        ledger(*events)
    assert refused.value.event == events[-1]
    assert str(refused.value).startswith(f"“{events[-1]}”: ")
    assert words in str(refused.value)


def test_without_a_day_of_receipt_nothing_runs() -> None:
    with pytest.raises(NotReceived, match="Write down that day first"):
        ledger_of([Event(K.NOTE, D("2026-09-25"))], calendar=NATIONAL_DAY)


@pytest.mark.parametrize(
    ("today", "tone"),
    [
        ("2026-10-30", Tone.OVERDUE),
        ("2026-10-29", Tone.TODAY),
        ("2026-10-27", Tone.VERY_SOON),
        ("2026-10-25", Tone.SOON),
        ("2026-10-22", Tone.SOON),
        ("2026-10-21", Tone.FINE),
        ("2026-10-16", Tone.PAUSED),
    ],
)
def test_tone_counts_working_days(today, tone) -> None:
    paused = D("2026-10-16")
    assert tone_of(D("2026-10-29"), paused_until=paused, today=D(today), calendar=NATIONAL_DAY) == tone


def test_tone_of_a_case_without_a_deadline() -> None:
    waits = {"paused_until": D("2026-10-20"), "calendar": NATIONAL_DAY}
    assert tone_of(None, today=D("2026-10-20"), **waits) == Tone.PAUSED
    assert tone_of(None, today=D("2026-10-21"), **waits) == Tone.LAPSED
    assert tone_of(None, today=D("2026-10-21"), is_done=True, **waits) == Tone.DONE
