"""Words that very many documents hold: the first page stays what it would be if every hit were weighed."""

import datetime as dt

import pytest

from search.engines.contract import FacetName
from search.engines.embedded import matching, ranking
from tests.factories.search import TODAY, make_force, make_request, make_search_document


@pytest.fixture
def filled(engine):
    documents = []
    for key in range(1, 301):
        title = "招生工作" if key % 10 == 0 else f"通知{key}"
        force = (make_force("repealed"),) if key % 20 == 0 else ()
        day = TODAY - dt.timedelta(days=key * 5)
        documents.append(make_search_document(title, "招生工作安排。", key=key, force=force, published_on=day))
    engine.apply(documents)
    return engine


def _first_page(engine, *words: str) -> list[int]:
    return [hit.key for hit in engine.search(make_request(*words, size=10)).hits]


def test_first_page_is_that_of_an_exact_run(filled, monkeypatch):
    exact = _first_page(filled, "招生", "工作")
    filled.apply([make_search_document("别的", key=999)])  # what was found is remembered until something changes
    for module in (matching, ranking):
        monkeypatch.setattr(module, "WEIGHED", 40)
    answer = filled.search(make_request("招生", "工作", size=10, facets=frozenset({FacetName.DISTRICT})))

    assert [hit.key for hit in answer.hits] == exact
    assert (answer.total, answer.facets, answer.is_bounded) == (300, {FacetName.DISTRICT: {"furong": 300}}, True)


def test_all_hits_of_a_bounded_answer_are_reached(filled, monkeypatch):
    for module in (matching, ranking):
        monkeypatch.setattr(module, "WEIGHED", 40)
    found, cursor = [], ""
    while True:
        answer = filled.search(make_request("招生", cursor=cursor, size=70))
        found += [hit.key for hit in answer.hits]
        cursor = answer.next_cursor
        if not cursor:
            break

    assert sorted(found) == list(range(1, 301))


def test_ordinary_answers_are_not_bounded(filled):
    assert not filled.search(make_request("招生")).is_bounded


def test_many_hits_are_counted_by_sets(engine):
    engine.apply([make_search_document("招生", key=key, unit=f"u{key % 7}") for key in range(1, 2_001)])

    answer = engine.search(make_request("招生", facets=frozenset({FacetName.UNIT}), size=1))

    assert answer.facets == {FacetName.UNIT: {f"u{n}": 2_000 // 7 + (1 <= n <= 2_000 % 7) for n in range(7)}}


def test_some_of_very_common_words_are_worth_their_number(filled, monkeypatch):
    monkeypatch.setattr(matching, "WEIGHED", 40)
    filled.apply(
        [
            make_search_document("事项", "招生，安排，补贴。", key=301),
            make_search_document("事项", "安排，补贴。", key=302),
        ]
    )

    answer = filled.search(make_request("招生", "补贴", "学区", "民办", least=1, size=400))
    assert (answer.total, answer.is_bounded) == (302, True)
    answer = filled.search(make_request("招生", "安排", "补贴", "学区", least=3))
    assert [hit.key for hit in answer.hits] == [301]
    answer = filled.search(make_request("安排", "补贴", "学区", least=2))
    assert {hit.key for hit in answer.hits} == {301, 302}
