import sys
from concurrent.futures import ThreadPoolExecutor

from search.documents import Tombstone
from search.engines.contract import FacetName
from search.engines.embedded.engine import EmbeddedEngine
from tests.factories.search import make_request, make_search_document

ALL = frozenset(FacetName)


def test_readers_see_whole_states_while_one_writes(engine):
    """Every document is one of two spellings at any moment; a reader sees each of them exactly once."""
    engine.apply([make_search_document("甲招生", key=key) for key in range(1, 31)])

    def write(version: int) -> None:
        word = "乙" if version % 2 else "甲"
        engine.apply([make_search_document(f"{word}招生", key=key, version=version) for key in range(1, 31)])

    def read(_number: int) -> tuple[int, int, dict[str, int]]:
        answer = engine.search(make_request("招生", facets=ALL, size=50))
        return answer.total, len({hit.title for hit in answer.hits}), dict(answer.facets[FacetName.DISTRICT])

    with ThreadPoolExecutor(6) as pool:
        writing = [pool.submit(write, version) for version in range(2, 22)]
        seen = list(pool.map(read, range(150)))
        for one in writing:
            one.result()

    assert set(map(str, seen)) == {str((30, 1, {"furong": 30}))}


def test_many_writers_at_once(engine):
    def write(key: int) -> None:
        for version in range(1, 6):
            assert (
                engine.apply(
                    [Tombstone(key, version) if version % 2 else make_search_document("招", key=key, version=version)]
                )
                == []
            )
        assert engine.apply([make_search_document("招生", key=key, version=9)]) == []

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(1, 25)))

    assert list(engine.versions()) == [(key, 9) for key in range(1, 25)]
    assert engine.search(make_request("招生")).total == 24


def rebuild(engine, number: int) -> None:
    with engine.new_index(f"n{number}") as index:
        index.load(index.prepare([make_search_document("招生", key=1)]))
    engine.swap(f"n{number}")


def rebuild_often(engine, times: int) -> None:
    for number in range(times):
        rebuild(engine, number)


def test_swap_while_others_read(engine):
    engine.apply([make_search_document("招生", key=1)])

    with ThreadPoolExecutor(4) as pool:
        swapping = pool.submit(rebuild_often, engine, 10)
        totals = set(pool.map(lambda _number: engine.search(make_request("招生")).total, range(200)))
        swapping.result()

    assert totals == {1}


def test_index_deleted_by_two_swaps_just_before_it_is_opened(engine, folder):
    """The interpreter itself tells when a file is about to be opened: the other process's swaps come at that moment."""
    others, waiting = EmbeddedEngine(folder), ["first"]

    def swap_twice(event: str, arguments: tuple[object, ...]) -> None:
        if event == "sqlite3.connect" and waiting and waiting[0] in str(arguments[0]):
            waiting.clear()
            rebuild(others, 1)
            rebuild(others, 2)

    engine.close()
    sys.addaudithook(swap_twice)
    assert (engine.search(make_request("招生")).total, waiting) == (1, [])
