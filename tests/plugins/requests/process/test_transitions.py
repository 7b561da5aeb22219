"""The table against the law as it is written down here once more: every state, every act, everybody."""

import pytest

from cms.people.enums import Role
from plugins.contrib.requests.enums import CaseState
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.process.acts import Act
from plugins.contrib.requests.process.transitions import APPLICANT, TABLE, possible_acts, resumed, transition

OFFICER, OFFICE = Role.REQUEST_OFFICER, Role.DISCLOSURE_OFFICE
EVERYBODY = [*Role, APPLICANT]
ALWAYS = {OFFICER: "message note remedy", OFFICE: "message note remedy", APPLICANT: "message"}
UNTIL_DECIDED = {
    OFFICER: "hand_back supplement withdraw",
    OFFICE: "assign supplement withdraw transfer",
    APPLICANT: "supplement withdraw",
}
FEES = dict.fromkeys((OFFICER, OFFICE), "ask_fee record_payment serve_fee")
REASONS = {**dict.fromkeys((OFFICER, OFFICE), "ask_reasons give_reasons"), APPLICANT: "give_reasons"}
ASKING = {OFFICER: "ask_third_party ask_organ answer", OFFICE: "ask_third_party ask_organ answer extend"}
OVER = {OFFICER: "publish", OFFICE: "publish"}
WORKING = {OFFICER: "ask_third_party ask_organ draft", OFFICE: "ask_third_party ask_organ draft return decide"}
MAY = {
    CaseState.RECEIVED: [UNTIL_DECIDED, dict.fromkeys((OFFICER, OFFICE), "receive ask_correction accept")],
    CaseState.CORRECTION_ASKED: [
        UNTIL_DECIDED,
        {OFFICER: "correct abandon", OFFICE: "correct abandon", APPLICANT: "correct"},
    ],
    CaseState.ACCEPTED: [UNTIL_DECIDED, FEES, REASONS, WORKING, {OFFICE: "extend"}],
    CaseState.EXTENDED: [UNTIL_DECIDED, FEES, REASONS, WORKING],
    CaseState.ASKING_THIRD_PARTY: [UNTIL_DECIDED, FEES, REASONS, ASKING],
    CaseState.ASKING_ORGAN: [UNTIL_DECIDED, FEES, REASONS, ASKING],
    CaseState.DECIDED: [OVER, dict.fromkeys((OFFICER, OFFICE), "serve")],
    CaseState.SERVED: [OVER, dict.fromkeys((OFFICER, OFFICE), "close")],
    CaseState.CLOSED: [OVER],
    CaseState.WITHDRAWN: [],
    CaseState.ABANDONED: [],
    CaseState.TRANSFERRED: [],
}
LEADS_TO = {
    "ask_correction": "correction_asked",
    "correct": "received",
    "abandon": "abandoned",
    "accept": "accepted",
    "ask_third_party": "asking_third_party",
    "ask_organ": "asking_organ",
    "answer": "accepted",
    "decide": "decided",
    "serve": "served",
    "close": "closed",
    "withdraw": "withdrawn",
    "transfer": "transferred",
}


def allowed(state, role):
    return {act for table in (ALWAYS, *MAY[state]) for act in table.get(role, "").split()}


def after(state, act, role):
    """Where it leads; nothing for those who may not."""
    try:
        return transition(state, act, {role}).after
    except CaseRefused:
        return None


@pytest.mark.parametrize("state", list(CaseState))
def test_every_act_of_every_role_in_a_state(state):
    for role in EVERYBODY:
        may = allowed(state, role)
        assert possible_acts(state, {role}) == may
        for act in Act:
            stays = "extended" if (state, act) == (CaseState.ACCEPTED, Act.EXTEND) else state.value
            assert after(state, act, role) == (LEADS_TO.get(act.value, stays) if act.value in may else None)


def test_refusal_says_why():
    with pytest.raises(CaseRefused, match=str(Role.DISCLOSURE_OFFICE.label)):
        transition(CaseState.ACCEPTED, Act.EXTEND, {OFFICER})
    with pytest.raises(CaseRefused, match=str(CaseState.CLOSED.label)):
        transition(CaseState.CLOSED, Act.SERVE, {OFFICE})


def test_table_names_nothing_twice():
    keys = [(one.state, one.act) for one in TABLE]

    assert len(keys) == len(set(keys))
    assert {one.act for one in TABLE} == set(Act)


def test_states_that_lead_nowhere_are_the_ends():
    stuck = {state for state in CaseState if not any(one.state == state != one.after for one in TABLE)}

    assert stuck == {CaseState.CLOSED, CaseState.WITHDRAWN, CaseState.ABANDONED, CaseState.TRANSFERRED}


@pytest.mark.parametrize(
    ("asked", "is_extended", "state"),
    [
        ((), False, CaseState.ACCEPTED),
        ((), True, CaseState.EXTENDED),
        (("organ",), True, CaseState.ASKING_ORGAN),
        (("organ", "third_party"), False, CaseState.ASKING_THIRD_PARTY),
    ],
)
def test_state_after_an_answer(asked, is_extended, state):
    assert resumed(asked, is_extended=is_extended) == state
