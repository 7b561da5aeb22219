"""Explorer and choosers find Chinese titles by any part; `.ci/run` asks the same on PostgreSQL."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from disclosure_pages.media.models import DisclosureDocument, DisclosureImage
from disclosure_pages.tree.models import DisclosurePage
from tests.factories.media import make_document, make_image
from tests.factories.pages import make_draft, make_published
from tests.factories.people import make_editor, make_superuser
from tests.factories.tree import make_column, make_section

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("searchable")]
TITLE = "关于做好2026年义务教育招生工作的通知"


@pytest.fixture
def index_now() -> Any:
    return lambda: call_command("update_index", verbosity=0)


@pytest.fixture
def admin(client: Client) -> Client:
    client.force_login(make_superuser())
    return client


def explored(client: Client, text: str) -> list[str]:
    response = client.get(reverse("wagtailadmin_pages:search"), {"q": text})
    return [page.title for page in response.context["pages"]]


@pytest.mark.parametrize("text", ["教育", "义务教育", "招生工作", "2026年", "務教", "做好 招生", "通知", "2026", TITLE])
def test_explorer_finds_any_part_of_a_title(admin, index_now, text) -> None:
    make_published(TITLE)
    make_published("育教不是词")
    index_now()

    assert explored(admin, text) == [TITLE]


@pytest.mark.parametrize("text", ["育教", "教生", "通知关于", "！？", '"教育*', "教育 飞船"])
def test_explorer_finds_nothing_else(admin, index_now, text) -> None:
    make_published("关于教育招生的通知" if text != '"教育*' else "招生的通知")
    index_now()

    assert explored(admin, text) == []


def test_listing_of_a_column_finds_what_is_below_it(admin, index_now) -> None:
    page = make_published(TITLE)
    make_published("另一栏目义务教育")
    index_now()
    response = admin.get(reverse("wagtailadmin_explore", args=[page.get_parent().pk]), {"q": "义务教育"})

    assert [one.title for one in response.context["pages"]] == [TITLE]


def test_page_chooser_finds_part_of_a_title(admin, index_now) -> None:
    make_published(TITLE)
    make_published("别的通知")
    index_now()
    response = admin.get(reverse("wagtailadmin_choose_page_search"), {"q": "招生工作"})

    assert [page.title for page in response.context["pages"]] == [TITLE]


@pytest.mark.parametrize(
    ("name", "make"),
    [("wagtailimages_chooser:choose_results", make_image), ("wagtaildocs_chooser:choose_results", make_document)],
)
def test_choosers_of_files_find_part_of_a_title(admin, index_now, name, make) -> None:
    make(title="区政务公开工作流程图")
    make(title="会场照片")
    index_now()
    response = admin.get(reverse(name), {"q": "公开工作"})

    assert [one.title for one in response.context["results"]] == ["区政务公开工作流程图"]


def test_editor_finds_only_what_she_is_shown(client, index_now) -> None:
    own = make_draft("自己的义务教育草稿")
    make_draft("别的单位的义务教育草稿", section=make_section(column=make_column(district=own.district)))
    make_draft("别的城市的义务教育草稿")
    index_now()
    client.force_login(make_editor(own.unit))

    assert explored(client, "义务教育") == ["自己的义务教育草稿"]


def test_text_is_searched_as_well(index_now) -> None:
    page = make_published(TITLE, body="<p>继续就近入学。</p>")
    index_now()

    assert [found.pk for found in Page.objects.search("就近入学")] == [page.pk]
    assert list(Page.objects.search("近就")) == []


def test_one_column_of_the_table_is_asked_alone(index_now) -> None:
    page = make_published(TITLE, body="<p>继续就近入学。</p>")
    index_now()

    assert [found.pk for found in Page.objects.search("义务教育", fields=["title"])] == [page.pk]
    assert list(Page.objects.search("就近入学", fields=["title"])) == []


def test_title_is_found_as_soon_as_it_is_saved(django_capture_on_commit_callbacks) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        make_published(TITLE)
        image, document = make_image(title="流程示意图"), make_document(title="申请表样本")

    assert [page.title for page in DisclosurePage.objects.autocomplete("义务教")] == [TITLE]
    assert list(DisclosureImage.objects.autocomplete("示意")) == [image]
    assert list(DisclosureDocument.objects.autocomplete("样本")) == [document]
