"""Every state × act × role, against a table that was written by hand."""

import pytest

from cms.people.enums import Role
from plugins.contrib.item_catalogue.exceptions import ItemsRefused
from plugins.contrib.item_catalogue.process.states import Act, ItemState
from plugins.contrib.item_catalogue.process.transitions import (
    TABLE,
    possible_acts,
    roles_for,
    states_for,
    transition,
)

OFFICE, EDITOR, AUDITOR = Role.DISCLOSURE_OFFICE, Role.EDITOR, Role.CITY_AUDITOR
ROLES = [OFFICE, EDITOR, AUDITOR, Role.MODERATOR, Role.OPERATOR, Role.SYSTEM_ADMINISTRATOR]
WRITING = {OFFICE: "edit remove submit answer comment", EDITOR: "edit answer comment"}
WAITING = {OFFICE: "take_back answer comment", EDITOR: "answer comment", AUDITOR: "accept return suggest comment"}
TALKING = {OFFICE: "comment", EDITOR: "comment"}
MAY = {
    ItemState.DRAFT: {**WRITING, AUDITOR: "comment"},
    ItemState.RETURNED: {**WRITING, AUDITOR: "suggest comment"},
    ItemState.SUBMITTED: WAITING,
    ItemState.ACCEPTED: {**TALKING, AUDITOR: "return adopt comment"},
    ItemState.ADAPTING: {**WRITING, AUDITOR: "suggest comment"},
    ItemState.ADAPTED: WAITING,
    ItemState.APPROVED: {OFFICE: "publish comment", EDITOR: "comment", AUDITOR: "return comment"},
    ItemState.PUBLISHED: {},
}
LEADS_TO = {
    ("draft", "submit"): "submitted",
    ("returned", "submit"): "submitted",
    ("submitted", "take_back"): "draft",
    ("submitted", "accept"): "accepted",
    ("submitted", "return"): "returned",
    ("accepted", "return"): "returned",
    ("accepted", "adopt"): "adapting",
    ("adapting", "submit"): "adapted",
    ("adapted", "take_back"): "adapting",
    ("adapted", "accept"): "approved",
    ("adapted", "return"): "adapting",
    ("approved", "return"): "adapting",
    ("approved", "publish"): "published",
}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("act", list(Act))
@pytest.mark.parametrize("state", list(ItemState))
def test_state_act_and_role(state, act, role):
    is_possible = act.value in MAY[state].get(role, "").split()

    assert (act in possible_acts(state, {role})) == is_possible
    if not is_possible:
        with pytest.raises(ItemsRefused, match=str(act.label)):
            transition(state, act, {role})
        return
    assert transition(state, act, {role}).after == LEADS_TO.get((state.value, act.value), state.value)


def test_refusal_says_why():
    with pytest.raises(ItemsRefused, match=str(Role.CITY_AUDITOR.label)):
        transition(ItemState.SUBMITTED, Act.ACCEPT, {OFFICE})
    with pytest.raises(ItemsRefused, match=str(ItemState.ACCEPTED.label)):
        transition(ItemState.ACCEPTED, Act.ACCEPT, {AUDITOR})


def test_table_names_nothing_twice():
    keys = [(one.state, one.act) for one in TABLE]

    assert len(keys) == len(set(keys))
    assert {one.act for one in TABLE} == set(Act)


def test_every_state_but_the_last_leads_on():
    stuck = [state for state in ItemState if not any(one.state == state != one.after for one in TABLE)]

    assert stuck == [ItemState.PUBLISHED]


def test_summaries_are_of_the_table():
    assert roles_for(Act.ACCEPT) == {AUDITOR}
    assert states_for(Act.EDIT) == {ItemState.DRAFT, ItemState.RETURNED, ItemState.ADAPTING}
