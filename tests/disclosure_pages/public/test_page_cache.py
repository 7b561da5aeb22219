"""Kept pages: whom they are for, what tells them apart, what ends them."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client

from disclosure_pages.clearance.domain.acts import withdraw_content
from disclosure_pages.pages.models import Content
from disclosure_pages.public.models import FooterLink
from disclosure_pages.public.rules import READING_COOKIE
from disclosure_pages.tree.acts import structural_change
from disclosure_pages.tree.domain.districts import give_host
from disclosure_pages.tree.models import DisclosurePage
from tests.disclosure_pages.public.markup import listed_titles, soup_of
from tests.factories.pages import make_published
from tests.factories.people import make_moderator, make_superuser
from tests.factories.tenancy import make_district, make_unit
from tests.factories.tree import make_column, make_section

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("kept_pages")]


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Run what a real transaction would run when it commits."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def rename_behind_the_back(page, title: str) -> None:
    """Change what a page says without anybody being told, so that a kept answer can be told from a fresh one."""
    DisclosurePage.objects.filter(pk=page.pk).update(title=title)


def title_at(client: Client, address: str, **options) -> str:
    return soup_of(client.get(address, **options)).h1.text


def test_kept_page_costs_no_query(visitor, page, django_assert_num_queries) -> None:
    first = visitor.get(page.get_url())
    with django_assert_num_queries(0):
        second = visitor.get(page.get_url())
    assert (second.content, second["ETag"]) == (first.content, first["ETag"])
    assert second["Content-Security-Policy"] == first["Content-Security-Policy"]


def test_cache_is_off_without_seconds(visitor, page, settings) -> None:
    settings.PAGE_CACHE_SECONDS = 0
    visitor.get(page.get_url())
    rename_behind_the_back(page, "新")
    assert title_at(visitor, page.get_url()) == "新"


def test_publication_ends_the_pages_of_its_district_and_of_the_city(visitor, committed) -> None:
    district = make_district(slug="furong")
    neighbour = make_district(city=district.city, slug="tianxin")
    here, there = (make_section(column=make_column(district=owner)) for owner in (district, neighbour))
    other = make_published("邻区", section=there)
    for address in ("/", "/furong/", "/tianxin/"):
        visitor.get(address)
    rename_behind_the_back(other, "改名")
    with committed():
        make_published("新闻", section=here)
    assert listed_titles(visitor.get("/furong/")) == ["新闻"]
    assert listed_titles(visitor.get("/")) == ["新闻", "改名"]
    assert listed_titles(visitor.get("/tianxin/")) == ["邻区"]


def test_withdrawal_counts_at_once(visitor, page, committed) -> None:
    assert visitor.get(page.get_url()).status_code == 200
    etag = visitor.get(page.column.get_url())["ETag"]
    with committed():
        withdraw_content(page=page, user=make_moderator(page.unit), reason="有误。")
    assert visitor.get(page.get_url()).status_code == 410
    assert visitor.get(page.column.get_url(), headers={"if-none-match": etag}).status_code == 200


def test_change_counts_once_it_is_committed_only(visitor, page, django_capture_on_commit_callbacks) -> None:
    visitor.get(page.column.get_url())
    with django_capture_on_commit_callbacks() as callbacks:
        make_published("新闻", section=page.get_parent().specific)
    assert listed_titles(visitor.get(page.column.get_url())) == [page.title]
    for callback in callbacks:
        callback()
    assert listed_titles(visitor.get(page.column.get_url())) == ["新闻", page.title]


@pytest.mark.parametrize("kind", ["column", "unit", "footer"])
def test_change_of_the_frame_ends_every_page(visitor, page, committed, kind) -> None:
    visitor.get(page.get_url())
    rename_behind_the_back(page, "新")
    with committed(), structural_change():
        if kind == "column":
            page.column.save()
        elif kind == "unit":
            make_unit(page.district)
        else:
            FooterLink.objects.create(label="找错", url="https://example.org/")
    assert title_at(visitor, page.get_url()) == "新"


def test_page_made_while_something_was_published_is_not_kept(visitor, page, committed, monkeypatch) -> None:
    def publish_meanwhile(self: Content) -> str:
        with committed():
            make_published("同时发布", section=page.get_parent().specific)
        return "说明"

    monkeypatch.setattr(Content, "description", property(publish_meanwhile))
    visitor.get(page.get_url())
    monkeypatch.undo()
    rename_behind_the_back(page, "新")
    assert title_at(visitor, page.get_url()) == "新"


def test_hosts_are_never_mixed(visitor, page) -> None:
    give_host(district=page.district, hostname="furong.example")
    own = Client(headers={"host": "furong.example"})
    city, district = visitor.get("/"), own.get("/")
    assert (visitor.get("/").content, own.get("/").content) == (city.content, district.content)
    assert city.content != district.content


def test_districts_are_never_mixed(visitor, page) -> None:
    neighbour = make_district(city=page.district.city)
    other = make_published(
        page.title, section=make_section(column=make_column(page.column.title, district=neighbour)), slug=page.slug
    )
    for shown in (page, other) * 2:
        assert shown.district.name in soup_of(visitor.get(shown.get_url())).select_one(".masthead").text


def test_reading_modes_are_never_mixed(page) -> None:
    for mode in ("standard", "elder", "contrast") * 2:
        visitor = Client(headers={"host": "localhost"})
        visitor.cookies[READING_COOKIE] = mode
        assert soup_of(visitor.get(page.get_url())).html["data-reading"] == mode


def test_schemes_are_never_mixed(visitor, page) -> None:
    address = f"{page.column.get_url()}atom.xml"
    plain, secure = (visitor.get(address, secure=secure).content.decode() for secure in (False, True))
    assert f"http://localhost{address}" in plain
    assert f"https://localhost{address}" in secure


def test_queries_are_told_apart_and_put_in_order(visitor, django_assert_num_queries) -> None:
    section = make_section()
    for title, year in (("旧", 2025), ("新", 2026)):
        make_published(title, section=section, on=dt.date(year, 1, 1))
    address = section.get_parent().get_url()
    assert listed_titles(visitor.get(f"{address}?year=2025&size=50")) == ["旧"]
    assert listed_titles(visitor.get(f"{address}?year=2026&size=50")) == ["新"]
    with django_assert_num_queries(0):
        assert listed_titles(visitor.get(f"{address}?size=50&unit=&year=2025")) == ["旧"]


def test_signed_in_person_is_given_no_kept_page_and_leaves_none(visitor, page) -> None:
    visitor.get(page.get_url())
    rename_behind_the_back(page, "新")
    person = Client(headers={"host": "localhost"})
    person.force_login(make_superuser())
    response = person.get(page.get_url())
    assert (soup_of(response).h1.text, response["Cache-Control"]) == ("新", "private, no-cache")
    assert title_at(visitor, page.get_url()) == page.title


def test_preview_is_neither_kept_nor_answered_from_what_is_kept(visitor, page) -> None:
    visitor.get(page.get_url())
    page.title = "预览中的题目"
    preview = page.make_preview_request(None, "")
    assert soup_of(preview).h1.text == "预览中的题目"
    assert "private" in preview["Cache-Control"]
    assert title_at(visitor, page.get_url()) != "预览中的题目"


@pytest.mark.parametrize("address", ["nowhere/", "?page=9"])
def test_errors_are_not_kept(visitor, page, address) -> None:
    response = visitor.get(page.column.get_url() + address)
    assert response.status_code == 404
    assert "ETag" not in response


def test_browser_may_ask_whether_its_copy_is_good(visitor, page) -> None:
    response = visitor.get(page.get_url())
    again = visitor.get(page.get_url(), headers={"if-none-match": response["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    dated = visitor.get(page.get_url(), headers={"if-modified-since": response["Last-Modified"]})
    assert dated.status_code == 304
    assert response["Cache-Control"] == "public, no-cache"
    assert "Cookie" in response["Vary"]


def test_head_is_answered_like_get(visitor, page) -> None:
    response = visitor.get(page.get_url())
    head = visitor.head(page.get_url())
    assert (head.status_code, head["ETag"], head.content) == (200, response["ETag"], b"")


def test_answer_that_sets_a_cookie_is_not_kept(visitor, db) -> None:
    response = visitor.get("/reading/", {"mode": "elder"})
    assert "ETag" not in response
