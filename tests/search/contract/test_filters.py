import datetime as dt

import pytest

from search.engines.contract import FacetName
from tests.factories.search import TODAY, make_force, make_request, make_search_document

from .asking import fill, find_set

DAY = dt.timedelta(days=1)
ALL = frozenset(FacetName)


def _only(name: FacetName, *values: str):
    return {name: frozenset(values)}


@pytest.fixture
def filled(engine):
    fill(
        engine,
        make_search_document(
            "招生",
            key=1,
            unit="a",
            kinds=("办法", "办法/暂行"),
            topics=("教育",),
            published_on=TODAY,
            attribute="active",
        ),
        make_search_document(
            "招生",
            key=2,
            unit="b",
            kinds=("办法",),
            topics=("教育", "教育/小学"),
            published_on=TODAY.replace(year=2019),
        ),
        make_search_document(
            "招生", key=3, unit="b", district="yuelu", columns=("民生", "民生/教育"), formed_on=TODAY.replace(year=2018)
        ),
        make_search_document("别的", key=4, unit="c", columns=("民生",), page_type="guide"),
    )
    return engine


def test_facets_count_every_value_of_the_hits(filled):
    answer = filled.search(make_request("招生", facets=ALL))

    assert answer.facets == {
        FacetName.DISTRICT: {"furong": 2, "yuelu": 1},
        FacetName.UNIT: {"a": 1, "b": 2},
        FacetName.COLUMN: {"民生": 1, "民生/教育": 1},
        FacetName.TOPIC: {"教育": 2, "教育/小学": 1},
        FacetName.KIND: {"办法": 2, "办法/暂行": 1},
        FacetName.YEAR: {str(TODAY.year): 1, "2019": 1, "2018": 1},
        FacetName.FORCE: {},
        FacetName.ATTRIBUTE: {"active": 1},
        FacetName.TYPE: {"article": 3},
    }


def test_only_facets_asked_for_are_counted(filled):
    assert filled.search(make_request("招生")).facets == {}
    assert filled.search(make_request("没有的", facets=frozenset({FacetName.UNIT}))).facets == {FacetName.UNIT: {}}


def test_facet_leaves_out_its_own_filter(filled):
    filters = _only(FacetName.UNIT, "b") | _only(FacetName.DISTRICT, "furong")
    answer = filled.search(
        make_request(filters=filters, facets=frozenset({FacetName.UNIT, FacetName.DISTRICT, FacetName.TYPE}))
    )

    assert answer.total == 1
    assert answer.facets == {
        FacetName.UNIT: {"a": 1, "b": 1, "c": 1},
        FacetName.DISTRICT: {"furong": 1, "yuelu": 1},
        FacetName.TYPE: {"article": 1},
    }


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (_only(FacetName.UNIT, "a", "c"), {1, 4}),
        (_only(FacetName.UNIT, "a", "unknown"), {1}),
        (_only(FacetName.UNIT, "unknown"), set()),
        (_only(FacetName.UNIT), set()),
        (_only(FacetName.COLUMN, "民生"), {3, 4}),
        (_only(FacetName.COLUMN, "民生/教育"), {3}),
        (_only(FacetName.YEAR, "2018", "2019"), {2, 3}),
        (_only(FacetName.TYPE, "guide") | _only(FacetName.UNIT, "c"), {4}),
        (_only(FacetName.TYPE, "guide") | _only(FacetName.UNIT, "a"), set()),
        (_only(FacetName.ATTRIBUTE, "active"), {1}),
        (_only(FacetName.UNIT, '") OR 1=1 --'), set()),
    ],
)
def test_filters(filled, filters, expected):
    assert find_set(filled, filters=filters) == expected


def test_many_values_are_all_counted(engine):
    fill(engine, *(make_search_document("招生", key=key, unit=f"u{key % 300}") for key in range(1, 901)))

    answer = engine.search(make_request("招生", facets=frozenset({FacetName.UNIT}), size=1))

    assert answer.facets == {FacetName.UNIT: {f"u{number}": 3 for number in range(300)}}
    assert answer.total == 900


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"published_from": TODAY}, {1}),
        ({"published_to": TODAY - DAY}, {2}),
        ({"published_from": dt.date(2019, 1, 1), "published_to": TODAY}, {1, 2}),
        ({"published_from": TODAY + DAY}, set()),
        ({"published_from": dt.date.min, "published_to": dt.date.max}, {1, 2}),
    ],
)
def test_days_of_publication(filled, values, expected):
    assert find_set(filled, **values) == expected


def test_exact_numbers(engine):
    fill(
        engine,
        make_search_document("a", key=1, number_key="样发〔2019〕1号", index_number="JYJ/2019-00001"),
        make_search_document("a", key=2, number_key="样发〔2019〕11号", index_number="JYJ/2019-00011"),
    )

    assert find_set(engine, number_key="样发〔2019〕1号") == {1}
    assert find_set(engine, index_number="JYJ/2019-00011") == {2}
    assert find_set(engine, number_key="样发〔2019〕1号", index_number="JYJ/2019-00011") == set()
    assert find_set(engine, number_key="样发") == set()


@pytest.fixture
def law(engine):
    """In force from TODAY on, repealed ten days later; one that was always in force, one without force."""
    spans = (
        make_force("not_yet", until=TODAY - DAY),
        make_force("in_force", since=TODAY, until=TODAY + 9 * DAY),
        make_force("repealed", since=TODAY + 10 * DAY),
    )
    fill(
        engine,
        make_search_document("办法", key=1, force=spans),
        make_search_document("办法", key=2, force=(make_force("in_force"),)),
        make_search_document("文章", key=3),
    )
    return engine


@pytest.mark.parametrize(
    ("on", "counts", "in_force"),
    [
        (TODAY - DAY, {"not_yet": 1, "in_force": 1}, {2, 3}),
        (TODAY, {"in_force": 2}, {1, 2, 3}),
        (TODAY + 9 * DAY, {"in_force": 2}, {1, 2, 3}),
        (TODAY + 10 * DAY, {"repealed": 1, "in_force": 1}, {2, 3}),
    ],
)
def test_force_on_a_day(law, on, counts, in_force):
    assert law.search(make_request(on=on, facets=frozenset({FacetName.FORCE}))).facets == {FacetName.FORCE: counts}
    assert find_set(law, on=on, only_in_force=True) == in_force


def test_force_as_a_filter(law):
    filters = _only(FacetName.FORCE, "repealed")
    answer = law.search(make_request(on=TODAY + 10 * DAY, filters=filters, facets=frozenset({FacetName.FORCE})))

    assert [(hit.key, hit.force, hit.is_in_force) for hit in answer.hits] == [(1, "repealed", False)]
    assert answer.facets == {FacetName.FORCE: {"repealed": 1, "in_force": 1}}
    assert find_set(law, on=TODAY, filters=filters) == set()


def test_day_without_a_span_is_a_day_not_in_force(engine):
    fill(engine, make_search_document("办法", key=1, force=(make_force(since=TODAY, until=TODAY),)))

    assert find_set(engine, on=TODAY + DAY, only_in_force=True) == set()
    (hit,) = engine.search(make_request(on=TODAY + DAY)).hits
    assert (hit.force, hit.is_in_force) == ("", None)
