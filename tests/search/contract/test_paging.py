import datetime as dt

import pytest

from search.engines.contract import Sort
from tests.factories.search import TODAY, make_request, make_search_document

from .asking import fill, find, keys


@pytest.fixture
def filled(engine):
    days = [TODAY - dt.timedelta(days=number % 7) for number in range(45)]
    fill(
        engine,
        *(
            make_search_document(
                "招生" * (key % 3 + 1), key=key, published_on=day, number=f"样发〔2019〕{key % 9 + 1}号"
            )
            for key, day in enumerate(days, 1)
        ),
    )
    return engine


def _by_cursor(engine, **values) -> list[int]:
    answer = engine.search(make_request("招生", **values))
    found = keys(answer)
    while answer.next_cursor:
        answer = engine.search(make_request("招生", cursor=answer.next_cursor, **values))
        found += keys(answer)
    return found


@pytest.mark.parametrize("sort", list(Sort))
def test_cursor_leads_through_all_hits_in_order(filled, sort):
    whole = find(filled, "招生", sort=sort, size=50)

    assert len(whole) == 45
    assert _by_cursor(filled, sort=sort, size=7, best=()) == whole
    assert [find(filled, "招生", sort=sort, size=10, offset=offset) for offset in (0, 10, 40)] == [
        whole[:10],
        whole[10:20],
        whole[40:],
    ]


@pytest.mark.parametrize("sort", list(Sort))
def test_cursor_leads_past_best_bets(filled, sort):
    best = (30, 4, 17)

    assert _by_cursor(filled, sort=sort, size=2, best=best) == find(filled, "招生", sort=sort, size=50, best=best)


def test_cursor_ends_with_the_last_hit(filled):
    assert filled.search(make_request("招生", size=45)).next_cursor == ""
    assert filled.search(make_request("招生", size=44)).next_cursor != ""
    assert filled.search(make_request("没有的")).next_cursor == ""


def test_new_and_withdrawn_documents_move_no_page(filled):
    first = filled.search(make_request("招生", sort=Sort.NEWEST, size=10))
    fill(filled, make_search_document("招生", key=99, published_on=TODAY + dt.timedelta(days=1)))
    second = filled.search(make_request("招生", sort=Sort.NEWEST, size=50, cursor=first.next_cursor))

    assert sorted(keys(first) + keys(second)) == list(range(1, 46))


def test_page_behind_the_end_is_empty(filled):
    answer = filled.search(make_request("招生", offset=45))

    assert (answer.hits, answer.total, answer.next_cursor) == ((), 45, "")


@pytest.mark.parametrize("cursor", ["x", "%%%", "政", "bnVsbA==", "W10=", "WyJ4Il0=", "e30=", "WzEsMiwzLDQsNSw2XQ=="])
def test_cursor_that_no_answer_gave(filled, cursor):
    with pytest.raises(ValueError, match="cursor"):
        filled.search(make_request("招生", cursor=cursor))
