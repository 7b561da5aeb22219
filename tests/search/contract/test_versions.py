import random
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.documents import SearchDocument, Tombstone
from search.engines.contract import FacetName
from tests.factories.search import make_request, make_search_document

from .asking import fill, find

DOCUMENT = make_search_document("第一版", "旧文", key=1, version=1, unit="a")
CHANGES = (
    DOCUMENT,
    replace(DOCUMENT, version=2, title="第二版", passages=(), unit="b"),
    Tombstone(1, 3),
    replace(DOCUMENT, version=4, title="第四版"),
)


@pytest.mark.parametrize("order", list(permutations(CHANGES)))
def test_highest_version_stays_whatever_the_order(engine, order):
    for change in order:
        assert engine.apply([change]) == []

    assert (find(engine, "第四版"), find(engine, "第二版"), list(engine.versions())) == ([1], [], [(1, 4)])


@pytest.mark.parametrize("order", list(permutations(CHANGES[:3])))
def test_late_delivery_does_not_revive(engine, order):
    assert engine.apply(order) == []

    assert (find(engine), list(engine.versions())) == ([], [])


def test_same_version_twice_changes_nothing(engine):
    fill(engine, DOCUMENT, DOCUMENT)
    fill(engine, DOCUMENT)

    assert (find(engine, "第一版"), list(engine.versions())) == ([1], [(1, 1)])


def test_former_texts_and_values_are_gone(engine):
    fill(engine, *CHANGES[:2])

    answer = engine.search(make_request(facets=frozenset({FacetName.UNIT})))
    assert (find(engine, "旧文"), answer.total, answer.facets) == ([], 1, {FacetName.UNIT: {"b": 1}})
    assert [(hit.title, hit.version, hit.passages) for hit in answer.hits] == [("第二版", 2, ())]


def test_versions_are_ordered_by_key(engine):
    fill(engine, *(make_search_document("甲", key=key, version=key) for key in (30, 4, 100)), Tombstone(4, 5))

    assert list(engine.versions()) == [(30, 30), (100, 100)]


def test_ten_thousand_shuffled_deliveries_end_with_the_last_state_of_each_page(engine):
    chance = random.Random(5)
    last: dict[int, list[SearchDocument | Tombstone]] = {}
    for version in range(1, 10_001):
        key = chance.randrange(1, 200)
        title = f"第{version}版"
        is_public = chance.random() < 0.6
        change = make_search_document(title, key=key, version=version) if is_public else Tombstone(key, version)
        last.setdefault(key, []).append(change)
    changes = chance.sample([change for states in last.values() for change in states], 10_000)
    while changes:
        size = chance.randrange(1, 500)
        assert engine.apply(changes[:size]) == []
        changes = changes[size:]

    finals = {key: states[-1] for key, states in last.items()}
    living = {key: state for key, state in finals.items() if isinstance(state, SearchDocument)}
    assert dict(engine.versions()) == {key: document.version for key, document in living.items()}
    answer = engine.search(make_request(size=200))
    assert {hit.key: hit.title for hit in answer.hits} == {key: document.title for key, document in living.items()}


@st.composite
def changes(draw):
    key, version = draw(st.integers(1, 3)), draw(st.integers(1, 6))
    if draw(st.booleans()):
        return Tombstone(key, version)
    return make_search_document(f"第{version}版", key=key, version=version)


CHANGES_OF_EACH_VERSION = st.lists(changes(), max_size=12, unique_by=lambda change: (change.key, change.version))
CLOCK = 9  # a document whose version tells the versions that earlier examples used


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=CHANGES_OF_EACH_VERSION, random=st.randoms(use_true_random=False))
def test_any_order_ends_the_same(engine, drawn, random):
    base = dict(engine.versions()).get(CLOCK, 0) + 10
    fill(engine, *(Tombstone(key, base) for key in (1, 2, 3)), make_search_document(key=CLOCK, version=base))
    ordered = [replace(change, version=base + change.version) for change in sorted(drawn, key=lambda one: one.version)]
    for change in random.sample(ordered, len(ordered)):
        assert engine.apply([change]) == []

    last = {change.key: change for change in ordered}
    living = {key: change.version for key, change in last.items() if not isinstance(change, Tombstone)}
    assert dict(engine.versions()) == living | {CLOCK: base}
