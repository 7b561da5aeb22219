"""Pages of content: what stands around the text, and who never sees it."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from disclosure_pages.media.models import DisclosureDocument
from disclosure_pages.pages.models import Attachment
from disclosure_pages.tree.models import DisclosurePage
from tests.disclosure_pages.public.markup import meta_tags, soup_of
from tests.factories.files import pdf_bytes
from tests.factories.pages import make_draft, make_published, publish
from tests.factories.tree import make_section

pytestmark = pytest.mark.django_db


def test_header_states_what_is_known(visitor) -> None:
    page = make_published("公告", document_number="芙政发〔2026〕3号", on=dt.date(2026, 6, 2), source="")
    rows = [row.get_text(" ", strip=True) for row in soup_of(visitor.get(page.get_url())).select(".header-rows__row")]
    values = [row.split(" ")[-1] for row in rows]
    assert values[:4] == [page.unit.name, "芙政发〔2026〕3号", "2026-06-01", "2026-06-02"]


def test_attribute_is_stated_at_the_end(visitor, page) -> None:
    assert soup_of(visitor.get(page.get_url())).select_one(".content__attribute") is not None
    DisclosurePage.objects.filter(pk=page.pk).update(attribute="")
    assert soup_of(visitor.get(page.get_url())).select_one(".content__attribute") is None


def test_breadcrumbs_leave_sections_out(visitor, page) -> None:
    crumbs = soup_of(visitor.get(page.get_url())).select(".breadcrumbs li")
    home = page.district.root_page
    assert [crumb.a["href"] for crumb in crumbs[:-1]] == ["/", home.get_url(), page.column.get_url()]
    assert crumbs[-1].a is None


def test_neighbours_follow_the_listing(visitor) -> None:
    section = make_section()
    days = [dt.date(2026, 1, 1), dt.date(2026, 1, 2), dt.date(2026, 1, 2), dt.date(2026, 1, 3)]
    oldest, first, second, newest = (make_published(section=section, on=day) for day in days)
    make_draft(section=section)

    def beside(page):
        soup = soup_of(visitor.get(page.get_url()))
        return [(link["rel"][0], link["href"]) for link in soup.select(".neighbours a[rel]")]

    assert beside(newest) == [("next", second.get_url())]
    assert beside(second) == [("prev", newest.get_url()), ("next", first.get_url())]
    assert beside(first) == [("prev", second.get_url()), ("next", oldest.get_url())]
    assert beside(oldest) == [("prev", first.get_url())]


def test_attachments_say_kind_and_size(visitor) -> None:
    section = make_section()
    document = DisclosureDocument(title="计划表", collection=section.collection)
    document.file.save("plan.pdf", ContentFile(pdf_bytes("plan").ljust(2048, b"\n")))
    document.save()
    draft = make_draft(section=section)
    draft.attachments = [Attachment(document=document), Attachment(document=document, title="附表")]
    draft.save_revision(user=draft.owner)
    items = soup_of(visitor.get(publish(draft).get_url())).select(".files li")
    assert [item.a.text for item in items] == ["计划表", "附表"]
    assert {item.a["href"] for item in items} == {document.url}
    assert items[0].span.text.replace("\xa0", " ") == "PDF, 2.0 KB"


def test_article_carries_its_meta_tags(visitor) -> None:
    page = make_published("公告", source="区教育局", on=dt.date(2026, 6, 2), search_description="说明")
    tags = meta_tags(visitor.get(page.get_url()))
    wanted = ("ArticleTitle", "PubDate", "ContentSource", "Author", "Description", "Url", "ColumnName")
    unit, url = page.unit.name, page.full_url
    assert [tags[name] for name in wanted] == [
        "公告", "2026-06-02 00:00", "区教育局", unit, "说明", url, page.column.title
    ]  # fmt: skip
    assert tags["Keywords"] == f"{page.column.title},{unit}"


def test_publication_time_is_that_of_the_day_in_shanghai(visitor, page) -> None:
    published = timezone.localtime(page.first_published_at)
    assert meta_tags(visitor.get(page.get_url()))["PubDate"] == f"{published:%Y-%m-%d %H:%M}"


def test_draft_answers_404_with_and_without_its_section(visitor) -> None:
    draft = make_draft()
    section = draft.get_parent()
    assert visitor.get(draft.get_url()).status_code == 404
    assert visitor.get(f"{draft.column.get_url()}{section.slug}/").status_code == 404
    assert visitor.get(f"{draft.column.get_url()}{section.slug}/{draft.slug}/").status_code == 404


def test_public_page_has_no_address_with_its_section(visitor, page) -> None:
    section = page.get_parent()
    assert visitor.get(page.get_url()).status_code == 200
    assert visitor.get(f"{page.column.get_url()}{section.slug}/{page.slug}/").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_queries_of_an_article_do_not_grow(visitor, count, django_assert_num_queries) -> None:
    section = make_section()
    for _ in range(1 + count):
        page = make_published(section=section)
    visitor.get(page.get_url())
    with django_assert_num_queries(14):  # one of them asks which plug-ins are on: those of the suite fill slots
        assert visitor.get(page.get_url()).status_code == 200
