"""Markup of every kind of answer: valid, headings in order, nothing inline, every control named."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from disclosure_pages.tree.enums import ColumnPurpose
from tests.benchmarks.seeding import seed_articles
from tests.disclosure_pages.public.markup import markup_errors, soup_of
from tests.factories.pages import make_published
from tests.factories.tenancy import make_district
from tests.factories.tree import make_column, make_section

pytestmark = pytest.mark.django_db
WHERE = ("/", "/furong/", "/furong/s/", "/furong/s/leaf/", "/furong/s/empty/", "/furong/s/leaf/a/", "/nowhere/")


@pytest.fixture(params=WHERE)
def answer(request, visitor):
    district = make_district(slug="furong")
    statutory = make_column("法定主动公开内容", slug="s", district=district, purpose=ColumnPurpose.STATUTORY)
    make_column("依申请公开", slug="r", district=district, purpose=ColumnPurpose.ON_REQUEST)
    make_column("其他", slug="o", district=district, purpose=ColumnPurpose.OTHER)
    leaf = make_column("统计", slug="leaf", parent=statutory)
    make_column("空栏目", slug="empty", parent=statutory)
    section = make_section(column=leaf)
    make_published("题<目>&“引号”", section=section, slug="a", body="<h2>一、</h2><p>正文</p>")
    seed_articles(section, 21)
    return visitor.get(request.param)


def test_markup_is_valid(answer) -> None:
    assert markup_errors(answer) == []


def test_headings_follow_one_another(answer) -> None:
    levels = [int(heading.name[1]) for heading in soup_of(answer).find_all(re.compile("^h[1-6]$"))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


def test_landmarks_and_skip_link_are_there_once(answer) -> None:
    soup = soup_of(answer)
    assert [len(soup.select(f"body > {name}")) for name in ("header", "main", "footer")] == [1, 1, 1]
    assert soup.body.find("a")["href"] == "#" + soup.main["id"]
    names = [nav.get("aria-label") for nav in soup.find_all("nav")]
    assert None not in names
    assert len(names) == len(set(names))


def test_nothing_is_inline(answer) -> None:
    soup = soup_of(answer)
    assert {(script["type"], script.text) for script in soup.find_all("script")} == {("module", "")}
    assert soup.find_all("style") == []
    assert [tag for tag in soup.find_all(True) if any(name == "style" or name[:2] == "on" for name in tag.attrs)] == []


def test_controls_have_names_and_ids_are_unique(answer) -> None:
    soup = soup_of(answer)
    labels = {label["for"] for label in soup.select("label[for]")}
    assert {control["id"] for control in soup.select("select, input:not([type=hidden])")} == labels
    ids = [tag["id"] for tag in soup.select("[id]")]
    assert len(ids) == len(set(ids))
    assert [image for image in soup.find_all("img") if image.get("alt") is None] == []
