"""Relations that are refused, and what is computed if they are there all the same."""

import pytest

from disclosure_pages.documents.force.cycles import refuse
from disclosure_pages.documents.force.enums import KINDS_ABOUT_FORCE, RelationKind
from tests.disclosure_pages.documents.force.story import ACTOR, TARGET, THIRD, act, document, forces

BEGIN = [("not_yet", None), ("in_force", 1)]
CLOSING = sorted(KINDS_ABOUT_FORCE - {"amends"})


@pytest.mark.parametrize("kind", RelationKind.values)
def test_relation_to_itself_is_refused(kind):
    assert refuse(act(kind, 5, source=TARGET), []) == "self_relation"


@pytest.mark.parametrize("there", CLOSING)
@pytest.mark.parametrize("back", CLOSING)
def test_circle_of_two_is_refused(there, back):
    assert refuse(act(back, 9, source=TARGET, target=ACTOR), [act(there, 5)]) == "cycle"


def test_circle_of_three_is_refused():
    existing = [act("repeals", 5), act("replaces", 6, source=TARGET, target=THIRD)]

    assert refuse(act("declares_expired", 7, source=THIRD, target=ACTOR), existing) == "cycle"


@pytest.mark.parametrize(
    ("relation", "existing"),
    [
        pytest.param(act("repeals", 9), [], id="nothing else"),
        pytest.param(act("amends", 9, source=TARGET, target=ACTOR), [act("amends", 5)], id="amend each other"),
        pytest.param(act("repeals", 9, source=TARGET, target=ACTOR), [act("amends", 5)], id="amended repeals"),
        pytest.param(act("implements", 9, source=TARGET, target=ACTOR), [act("repeals", 5)], id="not about force"),
        pytest.param(act("repeals", 9, source=TARGET, target=ACTOR), [act("repeals", 5, lifted=6)], id="lifted there"),
        pytest.param(act("repeals", 9, source=TARGET, target=ACTOR, lifted=9), [act("repeals", 5)], id="lifted back"),
        pytest.param(act("repeals", 9, source=None), [act("repeals", 5, source=TARGET, target=3)], id="from outside"),
        pytest.param(act("repeals", 9, source=THIRD), [act("repeals", 5)], id="repealed by two"),
        pytest.param(act("repeals", 9, source=TARGET, target=ACTOR), [act("repeals", 9)], id="the same, turned round"),
    ],
)
def test_relation_is_allowed(relation, existing):
    assert refuse(relation, existing) is None


@pytest.mark.parametrize("kind", RelationKind.values)
def test_same_relation_twice_is_refused(kind):
    assert refuse(act(kind, 9), [act(kind, 5)]) == "duplicate"


@pytest.mark.parametrize(
    ("kind", "problem"),
    [("partially_repeals", None), ("amends", None), ("repeals", "duplicate"), ("extends", "duplicate")],
)
def test_same_relation_for_other_provisions(kind, problem):
    assert refuse(act(kind, 9, provisions="第五条"), [act(kind, 5, provisions="第三条")]) == problem


@pytest.mark.parametrize("existing", [act("repeals", 5, lifted=6), act("replaces", 5), act("repeals", 5, source=THIRD)])
def test_other_relation_is_no_duplicate(existing):
    assert refuse(act("repeals", 9), [existing]) is None


def test_acts_in_a_circle_on_one_day_do_not_happen():
    acts = [act("repeals", 5, key=1), act("repeals", 5, source=TARGET, target=ACTOR, key=2)]

    assert [forces([document(ACTOR), document(TARGET)], acts, of=key) for key in (ACTOR, TARGET)] == [BEGIN, BEGIN]


def test_what_hangs_on_a_circle_does_not_happen_that_day_but_later():
    acts = [act("repeals", 5, key=1), act("repeals", 5, source=TARGET, target=ACTOR, key=2)]
    acts += [act("amends", 5, target=THIRD, key=3), act("repeals", 6, target=THIRD, key=4)]

    assert forces([document(key) for key in (1, 2, 3)], acts, of=THIRD) == [*BEGIN, ("repealed", 6)]


def test_circle_over_several_days_is_settled_by_the_days():
    acts = [act("repeals", 5, key=1), act("repeals", 6, source=TARGET, target=ACTOR, key=2)]

    assert forces([document(ACTOR), document(TARGET)], acts, of=ACTOR) == BEGIN
    assert forces([document(ACTOR), document(TARGET)], acts) == [*BEGIN, ("repealed", 5)]


def test_circle_that_an_act_from_outside_breaks_is_settled():
    acts = [act("repeals", 5, source=source, target=target, key=source) for source, target in [(1, 2), (2, 3), (3, 1)]]
    acts += [act("repeals", 5, source=4, target=3, key=4)]
    documents = [document(key) for key in (1, 2, 3, 4)]

    assert [len(forces(documents, acts, of=key)) for key in (1, 2, 3)] == [2, 3, 3]


def test_document_that_repeals_itself_stays():
    assert forces([document(TARGET)], [act("repeals", 5, source=TARGET)]) == BEGIN
