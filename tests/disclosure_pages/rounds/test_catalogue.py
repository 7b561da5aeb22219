"""Catalogue entries: confirmed, and shown if the district says so; of what is not disclosed there is none."""

from __future__ import annotations

import pytest
from django.urls import reverse

from cms.people.enums import Role
from disclosure_pages.clearance.domain.reviewing import Ruling
from disclosure_pages.clearance.enums import WithheldGround
from disclosure_pages.rounds.domain.cataloguing import choose_catalogue, confirm_entry
from disclosure_pages.rounds.exceptions import RoundRefused
from disclosure_pages.rounds.models import CatalogueEntry
from disclosure_pages.tree.enums import DisclosureAttribute
from tests.factories.documents import document_section, make_document_draft
from tests.factories.pages import approve_next, make_changed_draft, publish, submit
from tests.factories.people import make_editor, make_person

pytestmark = pytest.mark.django_db
CANARY = "暗号金丝雀"


def clear_as(page, attribute):
    ground = WithheldGround.INTERNAL_AFFAIRS if attribute == DisclosureAttribute.WITHHELD else ""
    submit(page)
    approve_next(page)
    approve_next(page, ruling=Ruling(attribute=attribute, basis="第十六条", ground=ground))
    return page


@pytest.fixture
def section():
    return document_section()


@pytest.fixture
def reviewer(section):
    return make_person(Role.CONFIDENTIALITY_REVIEWER, district=section.unit.district)


@pytest.fixture
def office(section):
    return make_person(Role.DISCLOSURE_OFFICE, district=section.unit.district)


@pytest.fixture
def entry(section):
    clear_as(make_document_draft(f"关于{CANARY}的通知", section=section), DisclosureAttribute.ON_REQUEST)
    return CatalogueEntry.objects.get()


def confirm(entry, reviewer, title="关于某项目的通知"):
    confirm_entry(
        entry=entry, user=reviewer, title=title, number=entry.number, issuer=entry.issuer, formed_on=entry.formed_on
    )


def public_url(section):
    return f"/{section.unit.district.slug}/library/on-request/"


def shown(client, section):
    response = client.get(public_url(section))
    return response.status_code, response.content.decode()


def test_clearance_on_request_proposes_an_entry(entry, section):
    assert (entry.unit, entry.confirmed_at, CANARY in entry.title) == (section.unit, None, True)


def test_catalogue_is_not_there_unless_the_district_says_so(entry, section, reviewer, client):
    confirm(entry, reviewer)

    assert shown(client, section)[0] == 404
    assert "on-request" not in client.get(f"/{section.unit.district.slug}/library/").content.decode()


def test_confirmed_entry_is_shown_under_its_own_title(entry, section, reviewer, office, client):
    choose_catalogue(district=section.unit.district, user=office, is_shown=True)
    confirm(entry, reviewer)
    status, text = shown(client, section)

    assert (status, "关于某项目的通知" in text, entry.number in text, CANARY in text) == (200, True, True, False)
    assert public_url(section) in client.get(f"/{section.unit.district.slug}/library/").content.decode()


def test_unconfirmed_entry_is_not_shown(entry, section, office, client):
    choose_catalogue(district=section.unit.district, user=office, is_shown=True)

    assert (shown(client, section)[0], CANARY in shown(client, section)[1]) == (200, False)


def test_kept_page_goes_when_the_catalogue_does(
    entry, section, reviewer, office, client, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        choose_catalogue(district=section.unit.district, user=office, is_shown=True)
        confirm(entry, reviewer)
    assert "关于某项目的通知" in shown(client, section)[1]
    with django_capture_on_commit_callbacks(execute=True):
        choose_catalogue(district=section.unit.district, user=office, is_shown=False)

    assert shown(client, section)[0] == 404


def test_undisclosed_document_has_no_entry(section):
    clear_as(make_document_draft(f"关于{CANARY}的通知", section=section), DisclosureAttribute.WITHHELD)

    assert CatalogueEntry.objects.count() == 0


def test_entry_goes_when_the_document_is_withheld(entry, reviewer):
    confirm(entry, reviewer)
    clear_as(make_changed_draft(entry.page, body="<p>改后。</p>"), DisclosureAttribute.WITHHELD)

    assert CatalogueEntry.objects.count() == 0


def test_entry_goes_when_the_document_is_public(entry, reviewer):
    confirm(entry, reviewer)
    publish(make_changed_draft(entry.page, body="<p>改后。</p>"))

    assert CatalogueEntry.objects.count() == 0


def test_entry_goes_with_its_document(entry):
    entry.page.delete()

    assert CatalogueEntry.objects.count() == 0


def test_changed_document_is_confirmed_anew(entry, reviewer):
    confirm(entry, reviewer)
    clear_as(make_changed_draft(entry.page, title="改后的标题"), DisclosureAttribute.ON_REQUEST)

    assert list(CatalogueEntry.objects.values_list("title", "confirmed_at")) == [("改后的标题", None)]


def test_same_content_keeps_what_was_confirmed(entry, reviewer):
    confirm(entry, reviewer)
    clear_as(entry.page, DisclosureAttribute.ON_REQUEST)

    assert CatalogueEntry.objects.get().title == "关于某项目的通知"


def test_people_of_a_unit_confirm_and_choose_nothing(entry, section):
    editor = make_editor(section.unit)

    with pytest.raises(RoundRefused):
        confirm(entry, editor)
    with pytest.raises(RoundRefused):
        choose_catalogue(district=section.unit.district, user=editor, is_shown=True)


def test_entry_is_confirmed_and_taken_off_on_its_screen(entry, reviewer, as_user):
    client, url = as_user(reviewer), reverse("gongkai_rounds:catalogue_entry", args=[entry.pk])
    values = {"title": "关于某项目的通知", "number": "", "issuer": entry.issuer, "formed_on": "2026-06-01"}
    client.post(url, values)
    assert CatalogueEntry.objects.get().confirmed_by == reviewer
    assert client.post(url, {"take_off": "1", "off_reason": ""}).status_code == 400
    client.post(url, {"take_off": "1", "off_reason": "不宜列出"})

    assert CatalogueEntry.objects.count() == 0


def test_switch_is_the_disclosure_offices(entry, section, reviewer, office, as_user):
    url, values = reverse("gongkai_rounds:catalogue"), {"district": section.unit.district.pk, "is_shown": "yes"}

    assert as_user(reviewer).post(url, values).status_code == 404
    assert as_user(office).post(url, values).status_code == 302
    assert as_user(make_editor(section.unit)).get(url).status_code == 404


def test_entry_of_another_district_is_absent(entry, as_user):
    foreign = make_person(Role.CONFIDENTIALITY_REVIEWER, district=document_section().unit.district)

    assert as_user(foreign).get(reverse("gongkai_rounds:catalogue_entry", args=[entry.pk])).status_code == 404


def test_marked_word_is_in_no_public_output(entry, section, reviewer, office, client):
    choose_catalogue(district=section.unit.district, user=office, is_shown=True)
    confirm(entry, reviewer)
    clear_as(make_document_draft(f"{CANARY}之二", section=section), DisclosureAttribute.WITHHELD)
    home = f"/{section.unit.district.slug}/"
    urls = [
        home,
        f"{home}library/",
        f"{home}library/list.csv",
        public_url(section),
        "/sitemap.xml",
        "/library/on-request/",
    ]
    texts = [b"".join(response) for response in map(client.get, urls)]

    assert [url for url, text in zip(urls, texts, strict=True) if CANARY in text.decode()] == []


@pytest.fixture
def committed(settings, django_capture_on_commit_callbacks):
    """Keep pages, and run what a real transaction would run when it commits."""
    settings.PAGE_CACHE_SECONDS = 60
    return lambda: django_capture_on_commit_callbacks(execute=True)


def test_kept_catalogue_follows_publication_and_choice(
    entry, reviewer, office, section, client, committed, django_assert_num_queries
):
    confirm(entry, reviewer)
    choose_catalogue(district=section.unit.district, user=office, is_shown=True)
    shown = [client.get(public_url(section)).content.decode().count("关于某项目的通知")]
    with django_assert_num_queries(0):
        client.get(public_url(section))
    with committed():
        publish(make_changed_draft(entry.page, title="关于某项目的通知（公开版）"))
    shown.append(client.get(public_url(section)).content.decode().count("关于某项目的通知"))
    with committed():
        choose_catalogue(district=section.unit.district, user=office, is_shown=False)
    assert (shown, client.get(public_url(section)).status_code) == ([1, 0], 404)
