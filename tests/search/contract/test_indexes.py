import pytest

from search.documents import Tombstone
from search.engines.contract import EngineAway
from tests.factories.search import make_request, make_search_document

from .asking import fill, find, keys


def _build(engine, name, *documents, swap=True):
    with engine.new_index(name) as index:
        assert index.name == name
        assert index.load(index.prepare(documents)) == []
    if swap:
        engine.swap(name)


def test_engine_without_an_index_is_away(unbuilt):
    for ask in (
        lambda: unbuilt.search(make_request("招生")),
        lambda: unbuilt.complete(["招"]),
        lambda: unbuilt.apply([make_search_document("招生")]),
        lambda: list(unbuilt.versions()),
    ):
        with pytest.raises(EngineAway):
            ask()
    assert unbuilt.indexes() == []
    with pytest.raises(LookupError):
        unbuilt.roll_back()


def test_new_index_answers_after_the_swap(engine):
    fill(engine, make_search_document("旧", key=1))
    _build(engine, "second", make_search_document("新", key=2), swap=False)

    assert (find(engine, "旧"), find(engine, "新")) == ([1], [])
    engine.swap("second")
    assert (find(engine, "旧"), find(engine, "新")) == ([], [2])


def test_changes_reach_an_index_that_is_being_built(engine):
    with engine.new_index("second") as index:
        index.load(index.prepare([make_search_document("新", key=1), make_search_document("新", key=2)]))
        index.apply([Tombstone(1, 2), make_search_document("更新", key=2, version=2)])
        index.load(index.prepare([make_search_document("新", key=1)]))
        engine.swap("second")
        assert (find(engine, "新"), list(engine.versions())) == ([2], [(2, 2)])


def test_build_goes_on_after_it_was_broken_off(engine):
    with pytest.raises(ZeroDivisionError), engine.new_index("second") as index:
        index.load(index.prepare([make_search_document("新", key=1, version=5)]))
        raise ZeroDivisionError
    _build(engine, "second", make_search_document("旧", key=1, version=4), make_search_document("新", key=2))

    assert list(engine.versions()) == [(1, 5), (2, 1)]


def test_roll_back_and_forth(engine):
    fill(engine, make_search_document("旧", key=1))
    _build(engine, "second", make_search_document("新", key=2))

    assert (engine.roll_back(), find(engine)) == ("first", [1])
    assert (engine.roll_back(), find(engine)) == ("second", [2])


def test_only_one_former_index_is_kept(engine):
    _build(engine, "second")
    _build(engine, "third")

    assert [(state.name, state.is_serving) for state in engine.indexes()] == [("third", True), ("second", False)]


def test_states_of_indexes(engine):
    fill(engine, make_search_document("甲", key=1), make_search_document("乙", key=2))
    fill(engine, Tombstone(1, 9))
    _build(engine, "second", swap=False)

    assert [(state.name, state.is_serving, state.documents) for state in engine.indexes()] == [
        ("second", False, 0),
        ("first", True, 1),
    ]


def test_dropped_index_is_gone(engine):
    _build(engine, "second", swap=False)
    engine.drop("second")

    assert [state.name for state in engine.indexes()] == ["first"]
    with pytest.raises(LookupError):
        engine.swap("second")


def test_index_that_answers_is_not_dropped(engine):
    with pytest.raises(ValueError, match="answers"):
        engine.drop("first")
    assert find(engine) == []


def test_answers_while_another_index_is_built(engine):
    fill(engine, make_search_document("旧", key=1))
    with engine.new_index("second") as index:
        index.load(index.prepare([make_search_document("新", key=2)]))
        fill(engine, make_search_document("旧", key=3))
        assert sorted(keys(engine.search(make_request("旧")))) == [1, 3]
