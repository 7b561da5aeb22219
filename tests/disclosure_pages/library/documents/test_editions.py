"""Editions: every text that was public, and none that was withdrawn."""

from __future__ import annotations

import datetime as dt
from xml.etree import ElementTree as ET

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from disclosure_pages.clearance.domain.acts import withdraw_content
from disclosure_pages.library.domain.editions import hide_edition
from disclosure_pages.library.models import Edition
from tests.disclosure_pages.public.markup import soup_of
from tests.factories.documents import make_document_draft
from tests.factories.pages import make_changed_draft, publish
from tests.factories.people import make_editor, make_person

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
SECRET = "住址某路一百二十号"


def office_of(page):
    return make_person("disclosure_office", district=page.district)


def change(page, text: str, **changes):
    return publish(make_changed_draft(page, body=f"<p>{text}</p>", **changes))


def test_draft_is_no_edition() -> None:
    make_document_draft()
    assert Edition.objects.count() == 0


def test_publication_is_an_edition_and_saving_again_is_none(make) -> None:
    page = make(body="<h2>甲</h2><p>乙</p><ul><li>丙</li></ul>")
    page.save()
    edition = Edition.objects.get(page=page)
    assert (edition.number, edition.lines) == (1, ["甲", "乙", "丙"])
    assert edition.header["number"] == page.number


def test_editions_are_compared(visitor, make) -> None:
    page = change(make("旧题", body="<p>有效期五年。</p><p>不变。</p>"), "有效期三年。", title="新题")
    soup = soup_of(visitor.get(f"{page.get_url()}editions/"))
    assert [tag.get_text() for tag in soup.select(".redline dd > *")] == ["旧题", "新题"]
    assert [tag.name for tag in soup.select(".redline .prose > p:first-child > *")] == ["del", "ins"]
    assert "［删去：五］" in soup.select_one(".redline .prose").text


def test_any_two_editions_are_compared(visitor, make) -> None:
    page = change(change(make(body="<p>甲甲甲。</p>"), "乙乙乙。"), "丙丙丙。")
    text = soup_of(visitor.get(f"{page.get_url()}editions/?old=1&new=3")).select_one(".redline").text
    assert ("甲甲甲" in text, "乙乙乙" in text, "丙丙丙" in text) == (True, False, True)


@pytest.mark.parametrize("query", ["old=1", "old=1&new=9", "old=x&new=1", "old=1&new=2%00"])
def test_edition_that_is_not_there_is_told(visitor, make, query) -> None:
    assert visitor.get(f"{make().get_url()}editions/?{query}").status_code == 404


def test_single_edition_has_nothing_to_compare(visitor, make) -> None:
    page = make()
    soup = soup_of(visitor.get(f"{page.get_url()}editions/"))
    assert (len(soup.select(".editions__table tbody tr")), soup.select_one(".redline")) == (1, None)
    assert soup_of(visitor.get(page.get_url())).select_one('a[href$="editions/"]') is None


def test_withdrawn_text_is_not_shown_again(visitor, make) -> None:
    page = make(body=f"<p>{SECRET}</p>")
    withdraw_content(page=page, user=office_of(page), reason="含有个人信息")
    page = change(page, "更正后的正文。")
    for part in ("", "editions/", "editions/?old=1&new=2", "force/", "atom.xml"):
        assert SECRET not in visitor.get(page.get_url() + part).content.decode()
    assert visitor.get(f"{page.get_url()}editions/?old=1&new=2").status_code == 404
    assert [edition.is_hidden for edition in Edition.objects.of(page)] == [True, False]


def test_office_hides_a_former_edition(visitor, make) -> None:
    page = change(make(body=f"<p>{SECRET}</p>"), "更正后的正文。")
    assert SECRET in visitor.get(f"{page.get_url()}editions/").content.decode()
    hide_edition(edition=Edition.objects.get(page=page, number=1), user=office_of(page), reason="含有个人信息")
    assert SECRET not in visitor.get(f"{page.get_url()}editions/").content.decode()


def test_present_edition_is_not_hidden(make) -> None:
    page = make()
    with pytest.raises(ValidationError):
        hide_edition(edition=Edition.objects.get(page=page), user=office_of(page), reason="误")


def test_hiding_needs_the_office_and_a_reason(make) -> None:
    page = change(make(), "更正。")
    first = Edition.objects.get(page=page, number=1)
    with pytest.raises(PermissionDenied):
        hide_edition(edition=first, user=make_editor(page.unit), reason="误")
    with pytest.raises(ValidationError):
        hide_edition(edition=first, user=office_of(page), reason=" ")


def test_feed_tells_publication_editions_and_force(visitor, make) -> None:
    page = change(make("甲办法", effective_on=dt.date(2020, 1, 1), expires_on=dt.date(2024, 12, 31)), "改。")
    entries = ET.fromstring(visitor.get(f"{page.get_url()}atom.xml").content).findall(f"{ATOM}entry")  # noqa: S314  (our own)
    titles = [entry.findtext(f"{ATOM}title") for entry in entries]
    assert titles == ["文本有修改（第2版）", "公开发布", "失效", "现行有效"]
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == 4


def test_feed_does_not_run_ahead(visitor, make) -> None:
    page = make(effective_on=dt.date(2020, 1, 1), expires_on=dt.date(2998, 12, 31))
    assert "2998" not in visitor.get(f"{page.get_url()}atom.xml").content.decode()
