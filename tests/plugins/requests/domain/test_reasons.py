"""Many applications: the applicant is asked for reasons before that is an outcome (Art. 35)."""

import datetime as dt

import pytest

from plugins.contrib.requests.domain.handling.deciding import draft_decision
from plugins.contrib.requests.domain.handling.possible import acts_now
from plugins.contrib.requests.domain.handling.reasons import ask_reasons, give_reasons
from plugins.contrib.requests.enums import Outcome
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.process.acts import Act
from plugins.contrib.requests.process.transitions import APPLICANT, DESK

DAY = dt.date(2026, 3, 2)
WHY = {"text": "本月已申请二十件，请说明理由。", "period": 5}


def drafted(case, officer, day):
    texts = {"reasons": "数量明显超过合理范围", "basis": "《条例》第三十五条"}
    return draft_decision(case=case, outcome=Outcome.UNPROCESSED_EXCESSIVE, user=officer, day=day, **texts)


def test_outcome_waits_for_the_question(accepted, officer):
    with pytest.raises(CaseRefused, match="第三十五条"):
        drafted(accepted, officer, DAY)


def test_outcome_waits_for_the_answer_or_its_last_day(accepted, officer):
    ask_reasons(case=accepted, user=officer, day=DAY, **WHY)

    with pytest.raises(CaseRefused, match="2026-03-09"):
        drafted(accepted, officer, dt.date(2026, 3, 9))
    assert drafted(accepted, officer, dt.date(2026, 3, 10)).outcome == Outcome.UNPROCESSED_EXCESSIVE


def test_outcome_is_open_once_the_applicant_has_answered(accepted, officer):
    ask_reasons(case=accepted, user=officer, day=DAY, **WHY)
    give_reasons(case=accepted, text="写论文用", user=None, day=dt.date(2026, 3, 3))

    assert drafted(accepted, officer, dt.date(2026, 3, 4)).outcome == Outcome.UNPROCESSED_EXCESSIVE


def test_question_stops_no_clock(accepted, officer):
    due = accepted.due_on
    case = ask_reasons(case=accepted, user=officer, day=DAY, **WHY)

    assert (case.due_on, case.paused_until, case.state) == (due, None, "accepted")


def test_question_is_asked_once_at_a_time_and_answered_once(accepted, officer):
    with pytest.raises(CaseRefused):
        give_reasons(case=accepted, text="没有人问", user=None)
    ask_reasons(case=accepted, user=officer, day=DAY, **WHY)
    with pytest.raises(CaseRefused):
        ask_reasons(case=accepted, user=officer, day=DAY, **WHY)
    give_reasons(case=accepted, text="写论文用", user=None)
    with pytest.raises(CaseRefused):
        give_reasons(case=accepted, text="再说一遍", user=None)


def test_acts_follow_the_question(accepted, officer):
    def acts():
        accepted.refresh_from_db()
        both = {Act.ASK_REASONS, Act.GIVE_REASONS}
        return [both.intersection(acts_now(accepted, roles)) for roles in (DESK, {APPLICANT})]

    assert acts() == [{Act.ASK_REASONS}, set()]
    ask_reasons(case=accepted, user=officer, day=DAY, **WHY)
    assert acts() == [{Act.GIVE_REASONS}, {Act.GIVE_REASONS}]
