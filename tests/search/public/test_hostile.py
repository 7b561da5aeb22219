"""Whatever is sent, nobody gets an error of the server."""

from __future__ import annotations

import pytest
from django.utils.http import urlencode
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.engines.contract import FacetName
from tests.factories.pages import make_published

pytestmark = pytest.mark.django_db

SYNTAX = ['"', "*", "NEAR(", "AND", "OR", "NOT", "^", "title:", "{", "}", "\\", "~", "/", "(((", "%", "'", ";"]
SYNTAX += ["\x00", "\r\n", "\ud800", "\U0010ffff", "\u202e", "(a+)+$", "招生", "〔2019〕", "-", "“", "单位:", "年份:"]
TEXTS = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(SYNTAX), max_size=12).map("".join))
NAMES = ["q", "on", "in_force", "since", "until", "sort", "size", "page", *FacetName]
LONG = ["招生" * 5_000, '"' * 10_000, "a*" * 5_000, "-招" * 3_000]


def raw(pairs) -> str:
    """A query string, of halves of characters as well."""
    return urlencode([(name, value.encode("utf-8", "surrogatepass")) for name, value in pairs])


@pytest.fixture
def ask(client, section, deliver):
    make_published("招生通知", section=section)
    deliver()

    def answer(pairs) -> int:
        response = client.get(f"/search/?{raw(pairs)}", follow=True)
        assert len(response.redirect_chain) <= 1
        return response.status_code

    return answer


@settings(max_examples=300, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(text=TEXTS)
def test_any_text_is_answered(ask, text) -> None:
    assert ask([("q", text)]) == 200


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(pairs=st.lists(st.tuples(st.sampled_from(NAMES), TEXTS), max_size=6))
def test_any_parameters_are_answered(ask, pairs) -> None:
    assert ask(pairs) in {200, 404}


@pytest.mark.parametrize("text", LONG)
def test_long_text_is_answered(ask, text) -> None:
    assert ask([("q", text)]) == 200


@pytest.mark.parametrize("query", ["q=%ff%fe", "q=%ED%A0%80", "%00=1", "q=1&q=2", "q", "=", "&&&", "year=%F0%9F"])
def test_broken_query_strings_are_answered(client, ask, query) -> None:
    response = client.get(f"/search/?{query}", follow=True)

    assert (response.status_code, len(response.redirect_chain) <= 1) == (200, True)
