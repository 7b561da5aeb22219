"""Facets that rooms above add are counted and narrowed by as all others are."""

import pytest

from search.engines.contract import AddedFacet, FacetName
from tests.factories.search import make_request, make_search_document

from .asking import fill, find_set

WHERE, FEE = AddedFacet("sample.where"), AddedFacet("other-one.fee")


def only(facet, *values: str):
    return {facet: frozenset(values)}


@pytest.fixture
def filled(engine):
    square, station = ("sample.where", "社区广场"), ("sample.where", "火车站 1:2.3")
    fill(
        engine,
        make_search_document("停水", key=1, added=(square, station, ("other-one.fee", "免费"))),
        make_search_document("停水", key=2, added=(station,), unit="u2"),
        make_search_document("停水", key=3),
        make_search_document("停电", key=4, added=(square,)),
    )
    return engine


def test_values_are_counted_under_the_facet_that_has_them(filled):
    answer = filled.search(make_request("停水", facets=frozenset({WHERE, FEE, AddedFacet("gone.never")})))

    assert answer.facets == {
        WHERE: {"社区广场": 1, "火车站 1:2.3": 2},
        FEE: {"免费": 1},
        AddedFacet("gone.never"): {},
    }


def test_facet_leaves_out_its_own_filter_and_no_other(filled):
    filters = only(WHERE, "社区广场") | only(FacetName.UNIT, "u1")
    answer = filled.search(make_request(filters=filters, facets=frozenset({WHERE, FEE, FacetName.UNIT})))

    assert {hit.key for hit in answer.hits} == {1, 4}
    assert answer.facets == {
        WHERE: {"社区广场": 2, "火车站 1:2.3": 1},
        FEE: {"免费": 1},
        FacetName.UNIT: {"u1": 2},
    }


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (only(WHERE, "火车站 1:2.3"), {1, 2}),
        (only(WHERE, "社区广场", "火车站 1:2.3"), {1, 2, 4}),
        (only(WHERE, "社区广场") | only(FEE, "免费"), {1}),
        (only(WHERE, "免费"), set()),
        (only(AddedFacet("gone.never"), "社区广场"), set()),
        (only(FEE), set()),
    ],
)
def test_values_narrow(filled, filters, expected):
    assert find_set(filled, filters=filters) == expected


def test_new_version_has_new_values(filled):
    fill(filled, make_search_document("停电", key=4, version=2, added=(("sample.where", "公园"),)))

    assert (find_set(filled, filters=only(WHERE, "社区广场")), find_set(filled, filters=only(WHERE, "公园"))) == (
        {1},
        {4},
    )
