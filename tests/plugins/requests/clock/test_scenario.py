"""Scenarios as files, and the command that explains them."""

from __future__ import annotations

import datetime as dt
import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from cms.calendar.domain.working_days import WorkingCalendar, working_calendar
from plugins.contrib.requests.clock import ClockRefused, Event, FeeEffect, explain, read_scenario
from plugins.contrib.requests.enums import EventKind as K

SCENARIO = {
    "received": "2026-09-18",
    "events": [
        {"kind": "correction_asked", "day": "2026-09-21", "until": "2026-09-30"},
        {"kind": "corrected", "day": "2026-09-28"},
        {"kind": "asked", "day": "2026-10-12", "whom": "organ", "who": "1"},
        {"kind": "answered", "who": "1", "day": "2026-10-16"},
        {"kind": "extended", "day": "2026-10-20", "days": 5},
    ],
    "rules": {"fee_effect": "pause"},
}


def run(*arguments, **options) -> str:
    out = StringIO()
    call_command("requests", *arguments, stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "scenario.json"
    path.write_text(json.dumps(SCENARIO), encoding="utf-8")
    return path


def test_scenario_is_read_and_written_alike() -> None:
    scenario = read_scenario(json.dumps(SCENARIO))
    again = read_scenario(json.dumps(scenario.as_values(), default=str))
    assert (again, again.rules.fee_effect) == (scenario, FeeEffect.PAUSE)
    assert scenario.events[2] == Event(K.CORRECTED, dt.date(2026, 9, 28))


def test_what_is_settled_is_not_judged_by_another_calendar() -> None:
    late = {"received": "2026-03-02", "events": [{"kind": "extended", "day": "2026-04-01", "days": 5}]}
    with pytest.raises(ClockRefused):
        explain(read_scenario(json.dumps(late)), calendar=WorkingCalendar(), today=dt.date(2026, 4, 1))
    late["events"][0]["is_settled"] = True
    scenario = read_scenario(json.dumps(late))
    found = explain(scenario, calendar=WorkingCalendar(), today=dt.date(2026, 4, 1))
    assert (found.ledger.due, found.scenario.as_values()["events"][0]["is_settled"]) == (dt.date(2026, 4, 6), True)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "The file is not JSON: "),
        ("[]", "The file: an object in braces belongs here."),
        ('{"event": []}', "The file: “event” is not known here; these are: received, events, rules."),
        ('{"received": "9999-12-31"}', "received: a day between 1990 and 2099 belongs here, as 2026-03-02."),
        ('{"events": {}}', "events: a list of at most 200 events belongs here."),
        ('{"events": [7]}', "events[0].kind: one of these belongs here: correction_asked, corrected, "),
        ('{"events": [{"kind": "paid"}]}', "events[0].day: a day between 1990"),
        ('{"events": [{"kind": "paid", "day": "2026-02-30"}]}', "events[0].day: a day between 1990"),
        ('{"events": [{"kind": "paid", "day": "2026-03-02", "days": 3}]}', "events[0]: “days” is not known here"),
        ('{"events": [{"kind": "extended", "day": "2026-03-02", "days": true}]}', "events[0].days: a number of days"),
        ('{"events": [{"kind": "asked", "day": "2026-03-02", "whom": "me"}]}', "events[0].whom: one of these belongs"),
        ('{"events": [{"kind": "asked", "day": "2026-03-02", "who": 3}]}', "events[0].who: a text of at most 40"),
        ('{"rules": {"answer": 0, "fee_effect": "x"}}', "rules.fee_effect: one of these belongs here: restart"),
    ],
)
def test_wrong_entry_is_named(text, message) -> None:
    with pytest.raises(ClockRefused) as refused:
        read_scenario(text)
    assert message in str(refused.value)


def test_all_wrong_entries_are_named_at_once() -> None:
    with pytest.raises(ClockRefused) as refused:
        read_scenario('{"received": 1, "events": [{"kind": "x"}, {"kind": "paid", "day": 1}], "rules": {"answer": -1}}')
    assert [line.split(":")[0] for line in str(refused.value).splitlines()] == [
        "received",
        "events[0].kind",
        "events[1].day",
        "rules.answer",
    ]


@pytest.mark.django_db
def test_command_explains_each_day(file) -> None:
    lines = run("deadline", "--scenario", str(file), "--today", "2026-10-20").splitlines()
    assert lines[0] == "The answer is due on 2026-11-12, the last of 25 working days."
    assert "2026-09-20 Sun  Counted: Make-up working day at a weekend · day 1 of 20 · 国庆节" in lines
    assert lines[-1] == "2026-11-12 Thu  Counted: Working day · day 25 of 25"


@pytest.mark.django_db
def test_command_answers_in_json_what_the_clock_says(file) -> None:
    found = json.loads(run("deadline", "--scenario", str(file), "--today", "2026-10-20", "--json"))
    explained = explain(read_scenario(file.read_text()), calendar=working_calendar(), today=dt.date(2026, 10, 20))
    assert found == json.loads(json.dumps(explained.values, default=str))
    assert (found["due"], found["tone"], found["remaining"]) == ("2026-11-12", "fine", 17)


@pytest.mark.django_db
def test_command_tells_the_rule_of_a_fee_and_from_when_on_it_counts(tmp_path) -> None:
    asked = {"kind": "fee_asked", "day": "2026-09-21", "days": 10, "effect": "pause", "basis": "甲区财政局通知"}
    path = tmp_path / "fee.json"
    path.write_text(
        json.dumps({"received": "2026-09-18", "events": [asked, {"kind": "fee_sent", "day": "2026-09-23"}]})
    )
    lines = run("deadline", "--scenario", str(path), "--today", "2026-10-20").splitlines()
    counted = "10 calendar days from the day after 2026-09-23, when its letter was issued"
    told = f"{counted} · period for the answer: It stands still until the payment · 甲区财政局通知"
    assert lines[2:4] == ["    2026-10-08  Payment of the fee", f"        {told}"]
    assert "2026-09-22 Tue  Paused: Waits for the fee · 甲区财政局通知 · State Council Office [2020] No. 109" in lines


@pytest.mark.django_db
def test_command_needs_one_day_of_receipt(file, tmp_path) -> None:
    with pytest.raises(CommandError, match="Name one day"):
        run("deadline", "--received", "2026-09-19", "--scenario", str(file))
    with pytest.raises(CommandError, match="Write down that day first"):
        run("deadline")
    with pytest.raises(CommandError, match="cannot be read"):
        run("deadline", "--received", "2026-09-19", "--scenario", str(tmp_path / "none.json"))
