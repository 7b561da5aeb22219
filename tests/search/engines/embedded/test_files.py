"""What may happen to files: they go missing, are damaged, old, or replaced by another process."""

import sqlite3
from contextlib import closing

import pytest

from search.engines.contract import EngineAway
from search.engines.embedded.engine import EmbeddedEngine
from tests.factories.search import make_request, make_search_document


def _find(engine) -> list[int]:
    return [hit.key for hit in engine.search(make_request("招生")).hits]


def _break(folder, name: str = "first") -> None:
    for path in folder.glob(f"{name}.sqlite3*"):
        path.unlink()
    (folder / f"{name}.sqlite3").write_bytes(b"SQLite format 3\x00" + b"\xff" * 9_000)


def _build(engine, name: str) -> None:
    with engine.new_index(name) as index:
        index.load(index.prepare([make_search_document("招生", key=7)]))
    engine.swap(name)


def test_nothing_is_written_before_the_first_build(folder):
    engine = EmbeddedEngine(folder)
    with pytest.raises(EngineAway, match="rebuild"):
        engine.search(make_request())

    assert (engine.indexes(), folder.exists()) == ([], False)


@pytest.mark.parametrize("name", ["second", "first"])
def test_damaged_file_is_mended_by_a_rebuild(engine, folder, name):
    engine.apply([make_search_document("招生", key=1)])
    engine.close()
    _break(folder)
    for ask in (
        lambda: _find(engine),
        lambda: engine.apply([make_search_document("招生")]),
        lambda: list(engine.versions()),
    ):
        with pytest.raises(EngineAway, match="rebuild"):
            ask()

    _build(engine, name)
    assert _find(engine) == [7]


def test_missing_file_is_mended_by_a_rebuild(engine, folder):
    engine.close()
    (folder / "first.sqlite3").unlink()
    with pytest.raises(EngineAway, match="rebuild"):
        _find(engine)

    _build(engine, "second")
    assert _find(engine) == [7]


def test_file_of_another_version_is_mended_by_a_rebuild(engine, folder):
    with closing(sqlite3.connect(folder / "first.sqlite3")) as connection:
        connection.execute("UPDATE state SET value = '0' WHERE name = 'format'")
        connection.commit()
    engine.close()
    with pytest.raises(EngineAway, match="another version"):
        _find(engine)

    _build(engine, "first")
    assert _find(engine) == [7]


def test_unreadable_pointer_is_no_pointer(engine, folder):
    (folder / "current.json").write_text("{")
    with pytest.raises(EngineAway, match="rebuild"):
        _find(engine)

    engine.swap("first")
    assert _find(engine) == []


def test_damaged_index_is_not_listed(engine, folder):
    _build(engine, "second")
    engine.close()
    _break(folder)

    assert [state.name for state in engine.indexes()] == ["second"]


@pytest.mark.parametrize("name", ["", "../x", "a/b", ".hidden", "x" * 200, "名"])
def test_name_that_is_none(engine, name):
    with pytest.raises(ValueError, match="name"), engine.new_index(name):
        pass


def test_other_process_writes_and_swaps(engine, folder):
    other = EmbeddedEngine(folder)
    assert _find(other) == []
    engine.apply([make_search_document("招生", key=1)])
    assert _find(other) == [1]
    other.apply([make_search_document("招生", key=1, version=2), make_search_document("招生", key=2)])
    assert sorted(_find(engine)) == [1, 2]

    _build(other, "second")
    assert (_find(engine), _find(other)) == ([7], [7])
    engine.roll_back()
    assert sorted(_find(other)) == [1, 2]
    other.close()


def test_document_that_no_index_can_hold(engine):
    failures = engine.apply([make_search_document("招生", key=1), make_search_document("招生", key=2, number=None)])

    assert [failure.key for failure in failures] == [2]
    assert list(engine.versions()) == [(1, 1)]


def test_document_with_half_a_character(engine):
    document = make_search_document("招生\ud83d", "\udc00招\ud800生", key=1, unit="\ud800", number_key="\ud800")
    assert engine.apply([document]) == []

    (hit,) = engine.search(make_request("招生")).hits
    assert (hit.title, hit.passages) == ("招生\ud83d", (("", "\udc00招\ud800生"),))
