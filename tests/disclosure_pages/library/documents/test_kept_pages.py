"""Kept pages of documents end when legal force changes: by another document, in another district, at midnight."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from disclosure_pages.clearance.domain.acts import withdraw_content
from tests.disclosure_pages.public.markup import soup_of
from tests.factories.documents import document_section, make_policy_document
from tests.factories.people import make_person
from tests.factories.tenancy import make_district
from tests.factories.tree import make_column, make_section

pytestmark = pytest.mark.django_db
START, REPEAL = dt.date(2020, 1, 1), dt.date(2024, 3, 1)
PARTS = ("", "force/", "atom.xml")


@pytest.fixture
def committed(settings, django_capture_on_commit_callbacks):
    """Keep pages, and run what a real transaction would run when it commits."""
    settings.PAGE_CACHE_SECONDS = 60
    return lambda: django_capture_on_commit_callbacks(execute=True)


def neighbour_of(page):
    district = make_district(city=page.district.city)
    return make_section(column=make_column(district=district, purpose="statutory"))


def force_at(visitor, page) -> str:
    return soup_of(visitor.get(page.get_url())).select_one(".standing .force").text


def test_kept_page_costs_no_query(visitor, make, committed, django_assert_num_queries) -> None:
    page = make()
    for part in (*PARTS, "editions/"):
        visitor.get(page.get_url() + part)
        with django_assert_num_queries(0):
            assert visitor.get(page.get_url() + part).status_code == 200


def test_repeal_from_another_district_counts_at_once(visitor, committed) -> None:
    old = make_policy_document(section=document_section(), effective_on=START)
    elsewhere = neighbour_of(old)
    before = {part: visitor.get(old.get_url() + part).content for part in PARTS}
    with committed():
        make_policy_document(section=elsewhere, effective_on=REPEAL, relations=[{"kind": "repeals", "target": old}])
    assert force_at(visitor, old) == "废止"
    assert [part for part in PARTS if visitor.get(old.get_url() + part).content == before[part]] == []


def test_withdrawal_of_another_document_counts_at_once(visitor, committed) -> None:
    old = make_policy_document(section=document_section(), effective_on=START)
    row = {"kind": "implements", "target": old}
    new = make_policy_document("落实方案", section=neighbour_of(old), relations=[row])
    assert "落实方案" in visitor.get(old.get_url()).content.decode()
    with committed():
        withdraw_content(page=new, user=make_person("disclosure_office", district=new.district), reason="误发")
    assert "落实方案" not in visitor.get(old.get_url()).content.decode()


def test_page_does_not_outlive_the_day(visitor, make, committed, monkeypatch) -> None:
    today = timezone.localdate()
    page = make(effective_on=START, expires_on=today)
    before = visitor.get(page.get_url())
    assert force_at(visitor, page) == "现行有效"
    monkeypatch.setattr(timezone, "localdate", lambda *args: today + dt.timedelta(days=1))
    assert force_at(visitor, page) == "失效"
    asked = {"if-none-match": before["ETag"], "if-modified-since": before["Last-Modified"]}
    assert visitor.get(page.get_url(), headers=asked).status_code == 200
