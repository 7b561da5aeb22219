"""The editions of a document in the admin: who sees them, who hides and shows them, what the public then reads."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import PageLogEntry

from cms.people.enums import Role
from cms.people.models import User
from disclosure_pages.clearance.domain.acts import withdraw_content
from disclosure_pages.clearance.views.offers import act_buttons
from disclosure_pages.documents.models import DocumentKind
from disclosure_pages.library.domain.editions import hide_edition, show_edition
from disclosure_pages.library.models import Edition
from tests.disclosure_pages.public.markup import soup_of
from tests.factories.documents import document_section, make_document_draft
from tests.factories.pages import make_changed_draft, publish
from tests.factories.people import make_moderator, make_person

pytestmark = pytest.mark.django_db
SECRET = "住址某路一百二十号"
FILLED = {"reason": "含有个人信息", "confirm": "on"}


@pytest.fixture
def page(make: Any) -> Any:
    """A document of two editions; the first holds what the second has removed."""
    return change(make("甲通知", body=f"<p>甲。</p><p>{SECRET}</p>"), "甲。", title="乙通知")


@pytest.fixture
def _kept_pages(settings: Any) -> None:
    """The page cache is on, as it is outside of tests."""
    settings.PAGE_CACHE_SECONDS = 60


def change(page: Any, text: str, **changes: Any) -> Any:
    return publish(make_changed_draft(page, body=f"<p>{text}</p>", **changes))


def office_of(page: Any) -> User:
    return make_person(Role.DISCLOSURE_OFFICE, district=page.district)


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def url(page: Any, act: str = "list", *number: int) -> str:
    return reverse(f"gongkai_editions:{act}", args=[page.pk, *number])


def edition(page: Any, number: int = 1) -> Edition:
    return Edition.objects.get(page=page, number=number)


def public_text(visitor: Client, page: Any) -> str:
    return visitor.get(f"{page.get_url()}editions/").content.decode()


def people_around(page: Any) -> dict[str, User]:
    district, foreign = page.district, document_section().unit
    return {
        "office": office_of(page),
        "editor": page.owner,
        "moderator": make_moderator(page.unit),
        "reviewer": make_person(Role.CONFIDENTIALITY_REVIEWER, district=district),
        "auditor": make_person(Role.CITY_AUDITOR, city=district.city),
        "legal": make_person(Role.LEGAL_OFFICE, district=district),
        "system": make_person(Role.SYSTEM_ADMINISTRATOR),
        "audit": make_person(Role.AUDIT_ADMINISTRATOR),
        "foreign office": make_person(Role.DISCLOSURE_OFFICE, district=foreign.district),
        "foreign moderator": make_moderator(foreign),
    }


def test_editions_are_listed_to_whoever_sees_the_document(page: Any) -> None:
    people = people_around(page)
    seen = {name for name, person in people.items() if client_of(person).get(url(page)).status_code == 200}
    assert seen == {"office", "editor", "moderator", "reviewer", "auditor"}


@pytest.mark.parametrize("act", ["hide", "show"])
def test_acts_are_there_for_the_office_only(page: Any, act: str) -> None:
    people = people_around(page)
    if act == "show":
        hide_edition(edition=edition(page), user=people["office"], reason="误")
    before = edition(page).is_hidden
    for name, person in people.items():
        if name != "office":
            client = client_of(person)
            answers = [client.get(url(page, act, 1)), client.post(url(page, act, 1), FILLED)]
            assert {response.status_code for response in answers} <= {404, 302}, name
    assert edition(page).is_hidden == before
    assert client_of(people["office"]).get(url(page, act, 1)).status_code == 200


def test_list_says_what_changed_and_offers_what_may_be_done(page: Any) -> None:
    rows = soup_of(client_of(office_of(page)).get(url(page))).select(".gk-history > li")
    assert [row.h3.get_text(" ", strip=True).split(" ·")[0] for row in rows] == ["第2版", "第1版"]
    assert "标题、正文（段落：删去 1，新增 0）" in rows[0].text
    links = [[link["href"] for link in row.select("a")] for row in rows]
    public = f"{page.url}editions/"
    assert links == [[f"{public}?old=1&new=2"], [public, url(page, "hide", 1)]]


def test_others_are_offered_nothing(page: Any) -> None:
    text = client_of(make_moderator(page.unit)).get(url(page)).content.decode()
    assert url(page, "hide", 1) not in text


def test_cost_of_the_list_does_not_grow(page: Any) -> None:
    client, costs = client_of(office_of(page)), []
    client.get(url(page))
    for text in ("乙。", "丙。", "丁。"):
        with CaptureQueriesContext(connection) as queries:
            client.get(url(page))
        costs.append(len(queries))
        change(page, text)
    assert len(set(costs)) == 1


def test_office_hides_an_edition_and_shows_it_again(page: Any, visitor: Client) -> None:
    office = office_of(page)
    client = client_of(office)
    assert client.post(url(page, "hide", 1), FILLED).url == url(page)
    assert (edition(page).hidden_by, edition(page).hiding_reason) == (office, "含有个人信息")
    assert SECRET not in public_text(visitor, page)
    assert visitor.get(f"{page.get_url()}editions/?old=1&new=2").status_code == 404
    assert client.post(url(page, "show", 1), {**FILLED, "reason": "误藏"}).url == url(page)
    assert (edition(page).is_hidden, edition(page).hidden_by) == (False, None)
    assert SECRET in public_text(visitor, page)


def test_hiding_and_showing_are_in_the_history_with_their_reasons(page: Any) -> None:
    office = office_of(page)
    for act, reason in (("hide", "含有个人信息"), ("show", "误藏")):
        client_of(office).post(url(page, act, 1), {"reason": reason, "confirm": "on"})
    entries = PageLogEntry.objects.filter(page=page.pk, action__startswith="gongkai.library.").order_by("timestamp")
    said = [(str(entry.message), entry.comment, entry.user) for entry in entries]
    assert said == [("第1版不再展示", "含有个人信息", office), ("第1版恢复展示", "误藏", office)]
    decisions = soup_of(client_of(office).get(url(page))).select("#decisions-content li, [id*=decisions] li")
    assert [item.p.text for item in decisions] == ["第1版恢复展示：误藏", "第1版不再展示：含有个人信息"]


@pytest.mark.usefixtures("_kept_pages")
def test_kept_page_does_not_show_what_was_hidden(
    page: Any, visitor: Client, django_capture_on_commit_callbacks: Any
) -> None:
    assert SECRET in public_text(visitor, page)
    with django_capture_on_commit_callbacks(execute=True):
        client_of(office_of(page)).post(url(page, "hide", 1), FILLED)
    assert SECRET not in public_text(visitor, page)


@pytest.mark.usefixtures("_kept_pages")
def test_kept_page_names_a_kind_as_it_is_called_now(
    page: Any, visitor: Client, django_capture_on_commit_callbacks: Any
) -> None:
    visitor.get(page.get_url())
    with django_capture_on_commit_callbacks(execute=True):
        kind = DocumentKind.objects.get(code="notice")
        kind.name = "告知"
        kind.save()
    assert "告知" in visitor.get(page.get_url()).content.decode()


@pytest.mark.parametrize("posted", [{"confirm": "on"}, {"reason": "  ", "confirm": "on"}, {"reason": "误"}])
def test_act_needs_a_reason_and_a_yes(page: Any, posted: dict[str, str]) -> None:
    response = client_of(office_of(page)).post(url(page, "hide", 1), posted)
    assert (response.status_code, edition(page).is_hidden) == (400, False)


def test_reason_that_is_too_long_is_kept_on_the_form(page: Any) -> None:
    response = client_of(office_of(page)).post(url(page, "hide", 1), {**FILLED, "reason": "长" * 301})
    assert (response.status_code, "长" * 301 in response.content.decode()) == (400, True)


def test_present_text_is_refused_with_what_to_do(page: Any) -> None:
    client = client_of(office_of(page))
    assert "撤下" in client.get(url(page, "hide", 2)).content.decode()
    assert (client.post(url(page, "hide", 2), FILLED).status_code, edition(page, 2).is_hidden) == (400, False)


@pytest.mark.parametrize("act", ["hide", "show"])
def test_edition_that_is_not_there_answers_404(page: Any, act: str) -> None:
    assert client_of(office_of(page)).get(url(page, act, 9)).status_code == 404


def test_withdrawn_text_is_not_shown_again_by_anybody(page: Any, visitor: Client) -> None:
    """The first edition was hidden by hand before the withdrawal, the second by the withdrawal."""
    office = office_of(page)
    hide_edition(edition=edition(page), user=office, reason="误")
    withdraw_content(page=page, user=office, reason="含有个人信息")
    change(page, "更正后的正文。")
    for number in (1, 2):
        assert client_of(office).post(url(page, "show", number), FILLED).status_code == 400
        with pytest.raises(ValidationError):
            show_edition(edition=edition(page, number), user=office, reason="误")
    assert [found.is_hidden for found in Edition.objects.of(page)] == [True, True, False]
    assert url(page, "show", 1) not in client_of(office).get(url(page)).content.decode()


def test_edition_hidden_after_a_withdrawal_is_shown_again(page: Any) -> None:
    office = office_of(page)
    withdraw_content(page=page, user=office, reason="数据有误")
    page = change(change(page, "更正后的正文。"), "再次更正。")
    hide_edition(edition=edition(page, 3), user=office, reason="误")
    assert not show_edition(edition=edition(page, 3), user=office, reason="误藏").is_hidden


def test_edition_without_text_is_hidden(page: Any) -> None:
    Edition.objects.filter(page=page, number=1).update(lines=[], header={})
    assert hide_edition(edition=edition(page), user=office_of(page), reason="误").is_hidden


def test_nobody_else_shows_an_edition(page: Any) -> None:
    hide_edition(edition=edition(page), user=office_of(page), reason="误")
    with pytest.raises(PermissionDenied):
        show_edition(edition=edition(page), user=make_moderator(page.unit), reason="误藏")


def test_draft_has_no_editions_and_offers_none(page: Any) -> None:
    draft = make_document_draft()
    office = office_of(draft)
    assert "尚未公开过" in client_of(office).get(url(draft)).content.decode()
    offered = [[button.url for button in act_buttons(page=item, user=office_of(item))] for item in (page, draft)]
    assert [url(page) in offered[0], url(draft) in offered[1]] == [True, False]
