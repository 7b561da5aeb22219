"""The public API: the same contents as the screens, and nothing else."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django.test import Client

from cms.people.enums import Role
from disclosure_pages.clearance.domain.acts import withdraw_content
from disclosure_pages.pages.models import Attachment
from tests.factories.media import make_document, make_image
from tests.factories.pages import make_draft, make_published, publish
from tests.factories.people import make_editor, make_person
from tests.factories.tree import make_column, make_section

pytestmark = pytest.mark.django_db
ROOT = "/api/public/v1"


def read(client: Client, path: str, **query: Any) -> Any:
    response = client.get(f"{ROOT}{path}", query)
    assert response.status_code == 200, response.content
    return response.json()


def titles(answer: Any) -> list[str]:
    return [item["title"] for item in answer["items"]]


def test_districts_and_units(client: Client) -> None:
    page = make_published()
    (district,) = read(client, "/districts")
    assert district == read(client, f"/districts/{page.district.slug}")
    assert district["url"] == f"http://localhost/{page.district.slug}/"
    (unit,) = client.get(district["units_url"]).json()
    assert (unit["code"], unit["total"]) == (page.unit.code, 1)
    assert titles(client.get(unit["contents_url"]).json()) == [page.title]


def test_columns_are_a_tree_with_counts(client: Client) -> None:
    top = make_column("法定主动公开内容")
    low = make_column("机关简介", parent=top, numbering="(3)")
    page = make_published(section=make_section(column=low))
    (node,) = read(client, f"/districts/{top.district.slug}/columns")
    (child,) = node["columns"]
    assert (node["total"], child["total"], child["newest_on"]) == (0, 1, page.published_on.isoformat())
    assert (child["title"], child["numbering"], child["columns"]) == ("机关简介", "(3)", [])
    detail = read(client, f"/columns/{low.column_id}")
    assert detail["tallies"] == [
        {"unit": page.unit.code, "year": page.published_on.year, "total": 1, "newest_on": child["newest_on"]}
    ]


def test_list_is_the_list_of_the_screen(client: Client) -> None:
    section = make_section()
    for day in (3, 1, 2):
        make_published(f"第{day}号", section=section, on=dt.date(2026, 3, day))
    make_published(section=make_section(column=make_column(district=section.unit.district)))
    make_draft(section=section)
    column = section.get_parent().specific
    listed = read(client, "/contents", column=column.column_id)
    screen = client.get(column.get_url()).content.decode()
    shown = re.findall(rf'href="({re.escape(column.get_url())}[\w-]+/)"', screen)
    assert titles(listed) == ["第3号", "第2号", "第1号"]
    assert [item["url"].removeprefix("http://localhost") for item in listed["items"]] == list(dict.fromkeys(shown))
    assert listed["total"] == 3


def test_filters_narrow_the_list(client: Client) -> None:
    old = make_published("旧", on=dt.date(2024, 12, 31))
    new = make_published("新", section=old.get_parent().specific, on=dt.date(2025, 1, 1))
    other = make_published("别的单位", section=make_section(column=old.column), on=dt.date(2025, 1, 2))
    foreign = make_published("外区")
    assert titles(read(client, "/contents", year=2024)) == ["旧"]
    assert titles(read(client, "/contents", unit=new.unit.code)) == ["新", "旧"]
    assert titles(read(client, "/contents", district=other.district.slug)) == ["别的单位", "新", "旧"]
    assert titles(read(client, "/contents", column=foreign.column.column_id)) == ["外区"]
    both = read(client, "/contents", unit=new.unit.code, year=2025)
    assert (titles(both), both["total"]) == (["新"], 1)


def test_list_goes_on_where_it_stopped(client: Client) -> None:
    section = make_section()
    for number in range(5):
        make_published(f"第{number}号", section=section, on=dt.date(2026, 3, 1 + number // 2))
    answer = read(client, "/contents", size=2)
    seen, total = titles(answer), answer["total"]
    make_published("插队", section=section, on=dt.date(2026, 4, 1))
    while answer["next"]:
        answer = client.get(answer["next"]).json()
        seen += titles(answer)
    assert (seen, total) == (["第4号", "第3号", "第2号", "第1号", "第0号"], 5)


def test_detail_holds_text_fields_and_files(client: Client) -> None:
    section = make_section()
    image = make_image(section)
    picture = f'<embed alt="图" embedtype="image" format="fullwidth" id="{image.pk}"/>'
    body = f'<p>招生办法</p>{picture}<p><a href="/x/">x</a></p>'
    draft = make_draft(section=section, body=body, document_number="芙教发〔2026〕1号")
    draft.attachments = [Attachment(document=make_document(section, name="附件 一.txt", content="附件".encode()))]
    draft.save_revision(user=draft.owner)
    page = publish(draft)
    detail = read(client, f"/contents/{page.pk}")
    assert detail["fields"]["document_number"] == "芙教发〔2026〕1号"
    assert detail["fields"]["formed_on"] == "2026-06-01"
    assert "招生办法" in detail["text"]
    assert 'href="http://testserver/x/"' in detail["html"]
    assert 'src="http://testserver/images/' in detail["html"]
    (file,) = detail["attachments"]
    assert (file["file_name"], file["size"]) == ("附件 一.txt", 6)
    assert client.get(file["url"]).getvalue().decode() == "附件"


def test_what_is_not_public_is_absent_for_everybody(client: Client) -> None:
    draft, public = make_draft("未公开的名单"), make_published("已公开")
    withdraw_content(page=public, user=make_person(Role.MODERATOR, unit=public.unit), reason="有误")
    for signed_in in (False, True):
        if signed_in:
            client.force_login(make_editor(draft.unit))
        assert read(client, "/contents") == {"total": 0, "items": [], "next": None}
        assert client.get(f"{ROOT}/contents/{draft.pk}").status_code == 404
        assert client.get(f"{ROOT}/contents/{public.pk}").status_code == 404


def test_changed_draft_of_public_content_shows_the_public_version(client: Client) -> None:
    page = make_published("公开的标题")
    draft = page.get_latest_revision_as_object()
    draft.title = "还没审的标题"
    draft.save_revision()
    assert titles(read(client, "/contents")) == ["公开的标题"]
    assert read(client, f"/contents/{page.pk}")["title"] == "公开的标题"


@pytest.mark.parametrize(
    "path",
    [
        "/districts/nowhere",
        "/districts/nowhere/units",
        "/districts/nowhere/columns",
        "/columns/00000000-0000-0000-0000-000000000000",
        "/contents/999999",
        "/contents/0",
        "/contents/99999999999999999999",
        "/nothing",
        "/districts/a/b/c",
        "/",
    ],
)
def test_unknown_address_answers_404_in_json(client: Client, path: str) -> None:
    response = client.get(f"{ROOT}{path}")
    assert (response.status_code, response["Content-Type"]) == (404, "application/problem+json")
    assert response.json()["status"] == 404


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("year", "abc"),
        ("year", "1"),
        ("year", "99999"),
        ("size", "0"),
        ("size", "101"),
        ("column", "x"),
        ("column", "00000000-0000-0000-0000-000000000000"),
        ("district", "nowhere"),
        ("district", "a" * 61),
        ("unit", "nobody"),
        ("after", "2026-13-45_1"),
        ("after", "x"),
    ],
)
def test_bad_parameter_answers_422_and_is_named(client: Client, name: str, value: str) -> None:
    response = client.get(f"{ROOT}/contents", {name: value})
    assert response.status_code == 422
    assert name in response.json()["errors"][0]["loc"]


def test_answers_are_open_to_scripts_of_other_sites_and_to_caches(client: Client) -> None:
    response = client.get(f"{ROOT}/districts")
    assert (response["Access-Control-Allow-Origin"], response["Cache-Control"]) == ("*", "public, max-age=60")
    assert "Cookie" not in response.get("Vary", "")
    assert client.get(f"{ROOT}/contents/1")["Access-Control-Allow-Origin"] == "*"
    assert client.post(f"{ROOT}/districts").status_code == 405


@pytest.mark.parametrize("number", [1, 3])
def test_list_costs_as_many_queries_for_one_as_for_three(
    client: Client, number: int, django_assert_num_queries: Any
) -> None:
    section = make_section()
    for _ in range(number):
        make_published(section=section)
    read(client, "/contents")
    with django_assert_num_queries(2):
        read(client, "/contents")


def test_documentation_needs_nothing_from_elsewhere(client: Client) -> None:
    page = client.get(f"{ROOT}/docs").content.decode()
    assert re.findall(r'(?:src|href)="(https?:)?//', page) == []
    assert "<style" not in page
    assert not re.search(r"<script(?![^>]*(src=|application/json))", page)
    assert client.get(f"{ROOT}/openapi.json").json()["info"]["title"]
