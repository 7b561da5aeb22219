import datetime as dt

import pytest

from search.documents import Tombstone
from search.text.tokens import tokens_of
from tests.factories.search import TODAY, make_search_document

from .asking import fill


@pytest.fixture
def filled(engine):
    fill(
        engine,
        make_search_document("小学招生办法", "招生", key=1, published_on=TODAY),
        make_search_document("招生办法", key=2, published_on=TODAY - dt.timedelta(days=9)),
        make_search_document("招生办法", key=3, district="yuelu"),
        make_search_document("招工通知", "招生", key=4),
        make_search_document("WiFi覆盖方案", key=5),
        make_search_document("高校招生", key=6),
    )
    fill(engine, Tombstone(6, 2))
    return engine


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("招生", {"招生办法", "小学招生办法"}),
        ("招", {"招生办法", "招工通知", "小学招生办法"}),
        ("学招", {"小学招生办法"}),
        ("wi", {"WiFi覆盖方案"}),
        ("覆盖方", {"WiFi覆盖方案"}),
        ("wi覆盖", set()),
        ("", set()),
        ("没有", set()),
    ],
)
def test_titles_for_what_was_typed(filled, typed, expected):
    assert set(filled.complete(tokens_of(typed))) == expected


def test_titles_of_a_district(filled):
    assert filled.complete(tokens_of("招生"), district="yuelu") == ["招生办法"]
    assert filled.complete(tokens_of("小学"), district="yuelu") == []
    assert filled.complete(tokens_of("招生"), district="unknown") == []


def test_so_many_titles(filled):
    assert len(filled.complete(tokens_of("招"), limit=2)) == 2
