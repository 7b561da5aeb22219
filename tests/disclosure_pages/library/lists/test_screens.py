"""The library's list as readers get it: page, files, feed."""

from __future__ import annotations

import csv
import datetime as dt
from io import BytesIO, StringIO

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from disclosure_pages.clearance.domain.acts import withdraw_content
from tests.factories.documents import document_section, make_document_draft, make_policy_document
from tests.factories.people import make_person
from tests.factories.tenancy import make_district, make_unit
from tests.factories.tree import make_column, make_section

pytestmark = pytest.mark.django_db
START, REPEAL = dt.date(2020, 1, 1), dt.date(2026, 3, 1)


@pytest.fixture
def section():
    district = make_district(slug="furong", name="芙蓉区")
    column = make_column("规范性文件", district=district, purpose="statutory")
    return make_section(column=column, unit=make_unit(district, name="区教育局", full_name="芙蓉区教育局"))


@pytest.fixture
def repealed(section):
    """A document that another one repealed, and that one."""
    old = make_policy_document("旧办法", section=section, number="样政发〔2016〕3号", effective_on=START)
    new = make_policy_document(
        "新办法", section=section, effective_on=REPEAL, relations=[{"kind": "repeals", "target": old}]
    )
    return old, new


def titles(response) -> list[str]:
    return [row.title for row in response.context["listing"].rows]


def test_list_shows_what_is_in_force_today(client, repealed) -> None:
    assert titles(client.get("/furong/library/")) == ["新办法"]


def test_list_of_an_earlier_day_shows_what_was_in_force_then(client, repealed) -> None:
    assert titles(client.get("/furong/library/", {"on": "2026-02-28"})) == ["旧办法"]
    assert titles(client.get("/furong/library/", {"on": "2019-12-31"})) == []


def test_list_of_an_earlier_day_holds_what_took_effect_before_it_was_issued(client, section) -> None:
    make_policy_document("早发布", section=section, issued_on=dt.date(2019, 5, 1), effective_on=START)
    make_policy_document("晚发布", section=section, issued_on=dt.date(2021, 5, 1), effective_on=START)
    make_policy_document("晚生效", section=section, issued_on=dt.date(2021, 6, 1), effective_on=dt.date(2021, 6, 1))
    assert titles(client.get("/furong/library/", {"on": "2020-06-01"})) == ["晚发布", "早发布"]


def test_repealed_documents_stand_beside_it(client, repealed) -> None:
    response = client.get("/furong/library/", {"force": "ended"})
    assert titles(response) == ["旧办法"]
    assert [(choice.value, choice.total) for choice in response.context["listing"].forces] == [
        ("valid", 1),
        ("coming", 0),
        ("ended", 1),
        ("all", 2),
    ]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"issuer": "芙蓉区教育局"}, ["新办法"]),
        ({"issuer": "别的局"}, []),
        ({"topic": "01"}, ["新办法"]),
        ({"topic": "1002"}, []),
        ({"kind": "other"}, ["新办法"]),
        ({"kind": "opinion"}, []),
        ({"year": "1999"}, []),
    ],
)
def test_filters_narrow_the_list(client, repealed, query, expected) -> None:
    assert titles(client.get("/furong/library/", query)) == expected


def test_city_shows_all_of_its_districts(client, repealed, section) -> None:
    other = make_district(slug="yuelu", name="岳麓区", city=section.unit.district.city)
    make_policy_document("他区办法", section=document_section(unit=make_unit(other)), effective_on=START)
    assert sorted(titles(client.get("/library/"))) == ["他区办法", "新办法"]
    assert titles(client.get("/yuelu/library/")) == ["他区办法"]


@pytest.mark.parametrize(
    "query", [{"on": "2026-02-30"}, {"force": "half"}, {"year": "x"}, {"page": "7"}, {"page": "0"}]
)
def test_question_that_makes_no_sense_gets_404_with_a_reason(client, repealed, query) -> None:
    response = client.get("/furong/library/", query)
    assert response.status_code == 404
    assert response.context["reason"]


@pytest.mark.parametrize("address", ["/nowhere/library/", "/furong/gui-fan/library/"])
def test_library_stands_below_homes_only(client, repealed, address) -> None:
    assert client.get(address, follow=True).status_code == 404


def test_drafts_and_withdrawn_documents_are_in_no_list(client, section) -> None:
    make_document_draft("草稿办法", section=section)
    gone = make_policy_document("撤下办法", section=section, effective_on=START)
    withdraw_content(page=gone, user=make_person("disclosure_office", district=gone.district), reason="误发")
    for address in ("/furong/library/?force=all", "/furong/library/list.csv?force=all", "/furong/library/atom.xml"):
        response = client.get(address)
        text = b"".join(response).decode()
        assert ("草稿办法" in text, "撤下办法" in text) == (False, False)


def test_downloads_hold_the_current_list(client, repealed) -> None:
    rows = list(csv.reader(StringIO(b"".join(client.get("/furong/library/list.csv?force=ended")).decode("utf-8-sig"))))
    sheet = load_workbook(BytesIO(client.get("/furong/library/list.xlsx?force=ended").content)).active
    assert [row[1] for row in rows] == ["标题", "旧办法"]
    assert [row[1] for row in sheet.iter_rows(values_only=True)] == ["标题", "旧办法"]
    assert rows[1][2] == "样政发〔2016〕3号"


def test_title_that_looks_like_a_formula_is_text(client, section) -> None:
    make_policy_document("=HYPERLINK(1)", section=section, effective_on=START)
    text = b"".join(client.get("/furong/library/list.csv")).decode()
    assert "'=HYPERLINK(1)" in text


def test_feed_tells_changes_that_have_come(client, section) -> None:
    tomorrow = timezone.localdate() + dt.timedelta(days=1)
    make_policy_document("明日办法", section=section, effective_on=tomorrow)
    make_policy_document("今日办法", section=section, effective_on=timezone.localdate())
    text = client.get("/furong/library/atom.xml").content.decode()
    assert ("今日办法" in text, "明日办法" in text) == (True, False)


def test_every_page_leads_to_the_library(client, repealed) -> None:
    assert 'href="/furong/library/"' in client.get("/furong/").content.decode()


@pytest.mark.parametrize("documents", [1, 3])
def test_cost_does_not_grow_with_the_list(client, section, django_assert_num_queries, documents) -> None:
    for number in range(documents):
        make_policy_document(f"第{number}个办法", section=section, effective_on=START)
    client.get("/furong/library/")
    with django_assert_num_queries(6):  # one of them is which plug-ins are on, that may add formats
        client.get("/furong/library/")
