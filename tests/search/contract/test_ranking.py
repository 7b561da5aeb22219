import datetime as dt

import pytest

from search.documents import Passage
from search.engines.contract import AnyOf, Phrase, Question, Sort
from tests.factories.search import TODAY, make_force, make_phrase, make_request, make_search_document

from .asking import fill, find, keys

LONG_AGO = TODAY - dt.timedelta(days=4_000)
PROSE = "本区推进各项工作，落实要求。" * 5


def _others(engine, count: int = 30) -> None:
    """Documents without the words asked for, so that these words mean something in every field."""
    others = (
        make_search_document(
            f"其他事项{number}", PROSE, key=100 + number, number=f"其发〔2018〕{number}号", keywords=("其他事项",)
        )
        for number in range(count)
    )
    fill(engine, *others)


def test_title_before_number_before_keywords_before_text(engine):
    _others(engine)
    fill(
        engine,
        make_search_document("通知", f"{PROSE}政务公开。", key=4),
        make_search_document("通知", PROSE, key=3, keywords=("政务公开",)),
        make_search_document("通知", PROSE, key=2, number="政务公开〔2019〕1号"),
        make_search_document("政务公开通知", PROSE, key=1),
    )

    assert find(engine, "政务公开") == [1, 2, 3, 4]


def test_whole_query_as_a_phrase_before_its_words(engine):
    _others(engine)
    fill(
        engine,
        make_search_document("政务信息公开目录", PROSE, key=2),
        make_search_document("政务公开目录", PROSE, key=1),
        make_search_document("通知", f"{PROSE}政务信息公开。", key=4),
        make_search_document("通知", f"{PROSE}政务公开。", key=3),
    )

    assert find(engine, "政务", "公开", preferred=(make_phrase("政务公开", weight=3.0),)) == [1, 2, 3, 4]


def test_all_words_in_the_title_before_some(engine):
    _others(engine)
    fill(
        engine,
        make_search_document("住房保障", f"{PROSE}申请。", key=2),
        make_search_document("申请住房", PROSE, key=1),
        make_search_document("通知", f"{PROSE}申请住房。", key=3),
    )

    assert find(engine, "住房", "申请") == [1, 2, 3]


def test_what_was_typed_before_what_stands_for_it(engine):
    _others(engine)
    fill(engine, make_search_document("最低生活保障", PROSE, key=2), make_search_document("低保办事指南", PROSE, key=1))
    word = AnyOf((make_phrase("低保"), make_phrase("最低生活保障", weight=0.6)))

    assert keys(engine.search(make_request(question=Question((word,))))) == [1, 2]


def test_in_force_before_not_in_force(engine):
    _others(engine)
    fill(
        engine,
        make_search_document("招生办法", PROSE, key=3, force=(make_force("repealed"),), published_on=TODAY),
        make_search_document("招生办法", PROSE, key=1, force=(make_force(),), published_on=LONG_AGO),
        make_search_document("招生办法", PROSE, key=2, published_on=LONG_AGO - dt.timedelta(days=1)),
    )

    assert find(engine, "招生")[2] == 3
    assert find(engine, "招生", on=TODAY) == [1, 2, 3]


def test_repealed_by_title_before_a_mention_in_force(engine):
    _others(engine)
    fill(
        engine,
        make_search_document("通知", f"{PROSE}招生办法。", key=2, force=(make_force(),)),
        make_search_document("招生办法", PROSE, key=1, force=(make_force("repealed"),)),
    )

    assert find(engine, "招生办法") == [1, 2]


def test_newer_before_older(engine):
    days = [TODAY - dt.timedelta(days=days) for days in (2_000, 30, 900)]
    fill(
        engine, *(make_search_document("招生办法", PROSE, key=key, published_on=day) for key, day in enumerate(days, 1))
    )

    assert find(engine, "招生") == [2, 3, 1]


@pytest.mark.parametrize(("sort", "expected"), [(Sort.NEWEST, [2, 4, 3, 1, 5]), (Sort.OLDEST, [1, 4, 3, 2, 5])])
def test_order_by_day(engine, sort, expected):
    days = {1: LONG_AGO, 2: TODAY, 3: TODAY - dt.timedelta(days=1), 4: TODAY - dt.timedelta(days=1), 5: None}
    fill(engine, *(make_search_document("招生", key=key, published_on=day) for key, day in days.items()))

    assert find(engine, "招生", sort=sort) == expected


def test_order_by_number_is_as_people_count(engine):
    numbers = {1: "样发〔2019〕10号", 2: "样发〔2019〕9号", 3: "样发〔2018〕100号", 4: "", 5: "安发〔2020〕1号"}
    fill(
        engine,
        *(make_search_document("招生", key=key, number=number, number_key=number) for key, number in numbers.items()),
    )

    assert find(engine, "招生", sort=Sort.NUMBER) == [5, 3, 2, 1, 4]


@pytest.mark.parametrize("sort", list(Sort))
def test_best_bets_come_first_if_they_are_hits(engine, sort):
    fill(engine, *(make_search_document("招生", key=key, published_on=TODAY) for key in (1, 2, 3, 4)))
    fill(engine, make_search_document("别的", key=5))

    assert find(engine, "招生", best=(1, 5, 99, 3), sort=sort) == [1, 3, 4, 2]


def test_number_of_a_document_before_its_mention(engine):
    _others(engine)
    number = "样发〔2019〕10号"
    fill(
        engine,
        make_search_document(f"废止{number}的通知", f"{number}。" * 5, key=2),
        make_search_document("招生办法", PROSE, key=1, number=number, number_key=number),
    )
    own = Phrase(make_phrase(number).tokens, frozenset({"number"}), 2.0)

    assert keys(engine.search(make_request(question=Question((AnyOf((own, make_phrase(number))),))))) == [1, 2]


def test_score_falls_with_the_place(engine):
    fill(
        engine,
        *(make_search_document("招生", "招生" * key, key=key, passages=(Passage("招生"),)) for key in range(1, 9)),
    )

    scores = [hit.score for hit in engine.search(make_request("招生")).hits]

    assert scores == sorted(scores, reverse=True)
    assert all(score > 0 for score in scores)


def test_lifted_type_before_others(engine):
    _others(engine)
    fill(
        engine,
        make_search_document("住房申请指南", PROSE, key=1, page_type="guidepage"),
        make_search_document("住房申请指南", PROSE, key=2, page_type="article"),
    )

    assert find(engine, "住房申请", lifted={"guidepage": 0.2}) == [1, 2]
    assert find(engine, "住房申请", lifted={"article": 0.2}) == [2, 1]
