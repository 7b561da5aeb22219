"""Acts of one document on another: which happen, and how long their effect lasts."""

import pytest

from tests.disclosure_pages.documents.force.story import ACTOR, TARGET, THIRD, act, causes, document, forces

BEGIN = [("not_yet", None), ("in_force", 1)]


@pytest.mark.parametrize(
    ("actor", "expected"),
    [
        pytest.param({}, [*BEGIN, ("repealed", 5)], id="in force"),
        pytest.param({"effective": 5}, [*BEGIN, ("repealed", 5)], id="from the same day"),
        pytest.param({"effective": 6}, BEGIN, id="not yet"),
        pytest.param({"effective": None}, BEGIN, id="day unknown"),
        pytest.param({"expires": 5}, [*BEGIN, ("repealed", 5)], id="on its last day"),
        pytest.param({"expires": 4}, BEGIN, id="expired"),
        pytest.param({"annulled": 5}, BEGIN, id="annulled on the same day"),
        pytest.param({"annulled": 6}, [*BEGIN, ("repealed", 5)], id="annulled later"),
    ],
)
@pytest.mark.parametrize("kind", ["repeals", "replaces"])
def test_repeal_happens_if_its_source_is_in_force(kind, actor, expected):
    assert forces([document(ACTOR, **actor), document(TARGET)], [act(kind, 5)]) == expected


@pytest.mark.parametrize(
    ("kind", "on", "happens"),
    [
        pytest.param("repeals", 4, False, id="repealed before"),
        pytest.param("repeals", 5, False, id="repealed on the same day"),
        pytest.param("repeals", 6, True, id="repealed later"),
        pytest.param("declares_expired", 5, False, id="declared expired"),
        pytest.param("amends", 4, True, id="amended still acts"),
        pytest.param("partially_repeals", 4, True, id="partially repealed still acts"),
    ],
)
def test_repeal_whose_source_was_acted_upon(kind, on, happens):
    documents = [document(ACTOR), document(TARGET), document(THIRD)]
    acts = [act("repeals", 5, key=1), act(kind, on, source=THIRD, target=ACTOR, key=2)]

    assert forces(documents, acts) == ([*BEGIN, ("repealed", 5)] if happens else BEGIN)


def test_chain_on_one_day_is_settled_from_its_beginning():
    documents = [document(key) for key in range(1, 6)]
    acts = [act("repeals", 5, source=key, target=key + 1, key=key) for key in range(1, 5)]

    assert [len(forces(documents, acts, of=key)) for key in range(1, 6)] == [2, 3, 2, 3, 2]


@pytest.mark.parametrize(("lifted", "expected"), [
    (4, BEGIN),
    (5, BEGIN),
    (6, [*BEGIN, ("repealed", 5), ("in_force", 6)]),
])  # fmt: skip
def test_lifted_repeal(lifted, expected):
    assert forces([document(ACTOR), document(TARGET)], [act("repeals", 5, lifted=lifted)]) == expected


def test_document_is_what_its_other_facts_say_when_a_repeal_is_lifted():
    acts = [act("repeals", 5, lifted=9), act("amends", 3)]

    assert forces([document(ACTOR), document(TARGET, expires=7)], acts) == [
        *BEGIN, ("amended", 3), ("repealed", 5), ("expired", 9),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("carried", "expected"),
    [
        pytest.param(False, [*BEGIN, ("amended", 3)], id="effect stays"),
        pytest.param(True, [*BEGIN, ("amended", 3), ("in_force", 5)], id="effect ends with its source"),
    ],
)
@pytest.mark.parametrize("end", ["repeals", "replaces", "declares_expired"])
def test_repeal_of_a_document_that_amends_another(end, carried, expected):
    documents = [document(ACTOR), document(TARGET), document(THIRD)]
    acts = [act("amends", 3, carried=carried), act(end, 5, source=THIRD, target=ACTOR)]

    assert forces(documents, acts) == expected


@pytest.mark.parametrize(
    ("actor", "end"),
    [({"expires": 6}, 7), ({"annulled": 7}, 7)],
    ids=["expired", "annulled"],
)
def test_carried_repeal_ends_when_its_source_is(actor, end):
    found = forces([document(ACTOR, **actor), document(TARGET)], [act("repeals", 5, carried=True)])

    assert found == [*BEGIN, ("repealed", 5), ("in_force", end)]


def test_carried_effect_comes_back_with_its_source():
    documents = [document(ACTOR, expires=6), document(TARGET), document(THIRD)]
    acts = [act("repeals", 5, carried=True), act("extends", 9, source=THIRD, target=ACTOR, until=12)]

    assert forces(documents, acts) == [
        *BEGIN, ("repealed", 5), ("in_force", 7), ("repealed", 9), ("in_force", 13),
    ]  # fmt: skip


def test_repeal_of_a_repeal_that_stands_does_not_revive():
    documents = [document(ACTOR), document(TARGET), document(THIRD)]
    acts = [act("repeals", 5), act("repeals", 9, source=THIRD, target=ACTOR)]

    assert forces(documents, acts) == [*BEGIN, ("repealed", 5)]


def test_partial_repeal_and_amendment_begin_and_end():
    acts = [act("amends", 3), act("partially_repeals", 5, lifted=9)]

    assert forces([document(ACTOR), document(TARGET)], acts) == [
        *BEGIN, ("amended", 3), ("partially_repealed", 5), ("amended", 9),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("extension", "expected"),
    [
        pytest.param(act("extends", 5, until=15), [*BEGIN, ("expired", 16)], id="before the end: no gap"),
        pytest.param(act("extends", 9, until=15), [*BEGIN, ("expired", 16)], id="on the last day: no gap"),
        pytest.param(act("extends", 10, until=15), [*BEGIN, ("expired", 16)], id="on the day after: no gap"),
        pytest.param(
            act("extends", 12, until=15), [*BEGIN, ("expired", 10), ("in_force", 12), ("expired", 16)], id="after: gap"
        ),
        pytest.param(act("extends", 5), BEGIN, id="without a term"),
        pytest.param(act("extends", 5, until=7), [*BEGIN, ("expired", 8)], id="shortened"),
        pytest.param(act("extends", 5, until=3), [*BEGIN, ("expired", 5)], id="to a day that is over"),
        pytest.param(act("extends", 5, until=15, lifted=7), [*BEGIN, ("expired", 10)], id="lifted in the first term"),
        pytest.param(act("extends", 5, until=15, lifted=12), [*BEGIN, ("expired", 12)], id="lifted in the new term"),
        pytest.param(act("extends", 5, until=15, lifted=5), [*BEGIN, ("expired", 10)], id="lifted before its day"),
    ],
)
def test_extension(extension, expected):
    assert forces([document(ACTOR), document(TARGET, expires=9)], [extension]) == expected


def test_last_extension_governs_and_the_one_before_when_it_is_lifted():
    acts = [act("extends", 5, until=15), act("extends", 7, until=20, lifted=12)]
    found = [document(ACTOR), document(TARGET, expires=9)]

    assert forces(found, acts) == [*BEGIN, ("expired", 16)]
    assert causes(found, acts)[-1] == ("expiry", 5, 15)


@pytest.mark.parametrize(("first", "second", "end"), [(0, 1, 21), (1, 0, 16), (0, 0, 21)])
def test_order_decides_between_extensions_of_one_day(first, second, end):
    acts = [act("extends", 5, key=1, order=first, until=15), act("extends", 5, key=2, order=second, until=20)]

    assert forces([document(ACTOR), document(TARGET, expires=9)], acts) == [*BEGIN, ("expired", end)]


def test_extension_does_not_revive_what_was_declared_expired():
    acts = [act("declares_expired", 5), act("extends", 7, until=20)]

    assert forces([document(ACTOR), document(TARGET)], acts) == [*BEGIN, ("expired", 5)]


def test_extension_is_the_cause_of_being_in_force():
    assert causes([document(ACTOR), document(TARGET, expires=9)], [act("extends", 5, until=15)]) == [
        ("effective", None, 1), ("effective", None, 1), ("relation", 5, 5), ("expiry", 5, 15),
    ]  # fmt: skip


def test_source_outside_the_library_acts():
    assert forces([document(TARGET)], [act("repeals", 5, source=None)]) == [*BEGIN, ("repealed", 5)]


@pytest.mark.parametrize("ends", [{"source": 99}, {"target": 99}])
def test_relation_of_a_document_that_is_not_given_has_no_effect(ends):
    assert forces([document(ACTOR), document(TARGET)], [act("repeals", 5, **ends)]) == BEGIN
