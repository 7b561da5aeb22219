"""A kept page of an interpretation says at once what has become of its documents."""

from __future__ import annotations

import datetime as dt

import pytest

from disclosure_pages.clearance.domain.acts import withdraw_content
from tests.disclosure_pages.public.markup import soup_of
from tests.factories.documents import document_section, make_policy_document
from tests.factories.interpretations import make_interpretation
from tests.factories.people import make_person
from tests.factories.tenancy import make_district
from tests.factories.tree import make_column, make_section

from .conftest import stored

pytestmark = pytest.mark.django_db
START, REPEAL = dt.date(2020, 1, 1), dt.date(2024, 3, 1)


@pytest.fixture
def committed(settings, django_capture_on_commit_callbacks):
    """Keep pages, and run what a real transaction would run when it commits."""
    settings.PAGE_CACHE_SECONDS = 60
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def document():
    return make_policy_document("关于停车管理的通知", section=document_section(), effective_on=START)


def test_kept_page_of_an_interpretation_costs_no_query(visitor, document, committed, django_assert_num_queries) -> None:
    url = stored(make_interpretation(document)).get_url()
    visitor.get(url)
    with django_assert_num_queries(0):
        assert visitor.get(url).status_code == 200


def test_repeal_from_another_district_shows_at_once(visitor, document, committed) -> None:
    url = stored(make_interpretation(document)).get_url()
    elsewhere = make_section(
        column=make_column(district=make_district(city=document.district.city), purpose="statutory")
    )
    before = soup_of(visitor.get(url)).find(class_="force").text.strip()
    with committed():
        make_policy_document(
            section=elsewhere, effective_on=REPEAL, relations=[{"kind": "repeals", "target": document}]
        )
    assert (before, soup_of(visitor.get(url)).find(class_="force").text.strip()) == ("现行有效", "废止")


def test_withdrawn_document_is_named_no_longer(visitor, document, committed) -> None:
    url = stored(make_interpretation(document, title="停车通知解读")).get_url()
    assert "关于停车管理的通知" in visitor.get(url).content.decode()
    with committed():
        office = make_person("disclosure_office", district=document.district)
        withdraw_content(page=document, user=office, reason="含有个人信息")
    assert "关于停车管理的通知" not in soup_of(visitor.get(url)).find("main").text
