"""Acts on content over HTTP: offered to whom, carried out how, refused with what."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from cms.people.enums import Role
from cms.people.models import User
from disclosure_pages.clearance.domain.acts import may_act_as_office, may_recall_schedule, may_withdraw
from disclosure_pages.clearance.models import Clearance, Withdrawal
from disclosure_pages.clearance.views.offers import offered_acts
from disclosure_pages.clearance.wagtail_hooks import _offers
from disclosure_pages.tree.models import DisclosurePage
from tests.factories.pages import make_draft, make_published, publish
from tests.factories.people import make_editor, make_moderator, make_person, make_superuser
from tests.factories.tree import make_column, make_section

from .conftest import SignIn

pytestmark = pytest.mark.django_db

ACTS = ("withdraw", "delete", "move", "force", "recall")
FILLED = {"reason": "数据有误", "confirm": "on"}


def url_of(page: Any, act: str) -> str:
    return reverse(f"gongkai_clearance:{act}", args=[page.pk])


def office_of(page: Any) -> User:
    return make_person(Role.DISCLOSURE_OFFICE, district=page.district)


def make_scheduled() -> Any:
    return publish(make_draft(go_live_at=timezone.now() + dt.timedelta(days=3)))


def people_around(page: Any) -> dict[str, User]:
    foreign = make_published()
    return {
        "editor": page.owner,
        "moderator": make_moderator(page.unit),
        "office": office_of(page),
        "reviewer": make_person(Role.CONFIDENTIALITY_REVIEWER, district=page.district),
        "auditor": make_person(Role.CITY_AUDITOR, city=page.district.city),
        "foreign moderator": make_moderator(foreign.unit),
        "foreign office": office_of(foreign),
        "superuser": make_superuser(),
    }


@pytest.mark.parametrize("make_page", [make_published, make_draft, make_scheduled])
def test_acts_answer_404_to_everybody_who_is_not_offered_them(sign_in: SignIn, make_page: Any) -> None:
    page = make_page()
    for person in people_around(page).values():
        client = sign_in(person)
        answers = {act: client.get(url_of(page, act)).status_code for act in ACTS}
        offers = offered_acts(page=DisclosurePage.objects.get(pk=page.pk), user=person)
        assert answers == {act: 200 if act in offers else 404 for act in ACTS}


@pytest.mark.parametrize("make_page", [make_published, make_draft, make_scheduled])
def test_offers_agree_with_the_rights_of_the_acts(make_page: Any) -> None:
    page = DisclosurePage.objects.get(pk=make_page().pk)
    for person in people_around(page).values():
        offers = set(offered_acts(page=page, user=person))
        assert ("withdraw" in offers) == may_withdraw(page=page, user=person)
        assert ("recall" in offers) == may_recall_schedule(page=page, user=person)
        assert bool(offers & {"force", "move", "delete"}) <= may_act_as_office(page=page, user=person)


def test_moderator_and_office_are_offered_what_is_theirs() -> None:
    page = make_published()
    people = people_around(page)
    offers = {name: offered_acts(page=page, user=person) for name, person in people.items()}
    assert {name: acts for name, acts in offers.items() if acts} == {
        "moderator": ["withdraw"],
        "office": ["withdraw", "move", "delete"],
    }


def test_withdrawal_needs_reason_and_confirmation_and_keeps_what_was_typed(sign_in: SignIn) -> None:
    page = make_published()
    client = sign_in(make_moderator(page.unit))
    response = client.post(url_of(page, "withdraw"), {"reason": "", "note": "内部说明"})
    assert response.status_code == 400
    assert response.context["form"].errors.keys() == {"reason", "confirm"}
    assert "内部说明" in response.content.decode()
    assert DisclosurePage.objects.public().exists()


def test_withdrawal_takes_the_page_down(sign_in: SignIn) -> None:
    page = make_published()
    response = sign_in(make_moderator(page.unit)).post(url_of(page, "withdraw"), {**FILLED, "note": "见来函"})
    assert (response.status_code, response.url) == (302, reverse("gongkai_clearance:contents"))
    assert not DisclosurePage.objects.public().exists()
    assert Withdrawal.objects.values_list("reason", "note").get() == ("数据有误", "见来函")


def test_deletion_as_an_error(sign_in: SignIn) -> None:
    page = make_published()
    assert sign_in(office_of(page)).post(url_of(page, "delete"), FILLED).status_code == 302
    assert not DisclosurePage.objects.exists()


def test_move_offers_open_sections_of_the_district_only(sign_in: SignIn) -> None:
    page = make_published()
    column = make_column("另一栏目", district=page.district)
    target, closed = make_section(column=column), make_section(column=column)
    type(closed).objects.filter(pk=closed.pk).update(closed_on=timezone.localdate())
    make_section()
    client = sign_in(office_of(page))
    form = client.get(url_of(page, "move")).context["form"]
    assert list(form.fields["section"].queryset) == [target]
    assert client.post(url_of(page, "move"), {**FILLED, "section": closed.pk}).status_code == 400
    assert client.post(url_of(page, "move"), {**FILLED, "section": target.pk}).status_code == 302
    assert DisclosurePage.objects.get().column == column


def test_move_onto_a_taken_address_is_refused_on_the_form(sign_in: SignIn) -> None:
    page = make_published("同名")
    target = make_section(column=make_column(district=page.district))
    make_draft("同名", section=target)
    response = sign_in(office_of(page)).post(url_of(page, "move"), {**FILLED, "section": target.pk})
    assert response.status_code == 400
    assert response.context["form"].non_field_errors()


def test_forced_publication_shows_the_draft_and_publishes_it(sign_in: SignIn) -> None:
    page = make_draft("防汛通知")
    client = sign_in(office_of(page))
    assert url_of(page, "force_preview") in client.get(url_of(page, "force")).content.decode()
    assert "防汛通知" in client.get(url_of(page, "force_preview")).content.decode()
    assert client.post(url_of(page, "force"), {**FILLED, "basis": "应急预案"}).status_code == 302
    assert Clearance.objects.forced().get().basis == "应急预案"
    assert DisclosurePage.objects.public().exists()


def test_forced_publication_ignores_the_day_that_the_author_asked_for(sign_in: SignIn) -> None:
    page = make_draft(go_live_at=timezone.now() + dt.timedelta(days=3))
    sign_in(office_of(page)).post(url_of(page, "force"), {**FILLED, "basis": "应急预案"})
    assert DisclosurePage.objects.public().exists()


def test_forced_publication_of_personal_data_needs_a_recorded_reason(sign_in: SignIn) -> None:
    page = make_draft(body="<p>值班手机 13800138000</p>")
    client, filled = sign_in(office_of(page)), {**FILLED, "basis": "应急预案"}
    assert client.post(url_of(page, "force"), filled).status_code == 400
    assert not Clearance.objects.exists()
    override = {"override-gongkai.personal_data.mobile": "公开的值班电话"}
    assert client.post(url_of(page, "force"), {**filled, **override}).status_code == 302


def test_forced_publication_by_its_author_is_refused(sign_in: SignIn) -> None:
    section = make_section()
    author = make_person(Role.DISCLOSURE_OFFICE, district=section.unit.district)
    page = make_draft(section=section, author=author)
    client = sign_in(author)
    assert "confirm" not in client.get(url_of(page, "force")).content.decode()
    assert client.post(url_of(page, "force"), {**FILLED, "basis": "应急预案"}).status_code == 403


def test_preview_before_force_is_not_there_for_others(sign_in: SignIn) -> None:
    page = make_draft()
    for person in (page.owner, make_moderator(page.unit), make_superuser()):
        assert sign_in(person).get(url_of(page, "force_preview")).status_code == 404


def test_recalled_content_is_not_published_on_its_day(sign_in: SignIn) -> None:
    page = make_scheduled()
    assert sign_in(make_moderator(page.unit)).post(url_of(page, "recall"), FILLED).status_code == 302
    assert not page.revisions.filter(approved_go_live_at__isnull=False).exists()
    assert not Clearance.objects.valid().exists()


def test_acts_are_in_the_menu_of_the_page_for_those_who_may(sign_in: SignIn) -> None:
    page = make_published()
    address = reverse("wagtailadmin_explore", args=[page.get_parent().pk])
    moderator, editor = sign_in(make_moderator(page.unit)), sign_in(make_editor(page.unit))
    assert url_of(page, "withdraw") in moderator.get(address).content.decode()
    assert url_of(page, "withdraw") not in editor.get(address).content.decode()
    header = moderator.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert url_of(page, "withdraw") in header


def test_offers_cost_nothing_for_each_page_of_a_listing(django_assert_max_num_queries: Any) -> None:
    section = make_section()
    moderator = make_moderator(section.unit)
    for _ in range(3):
        make_published(section=section)
    pages = list(section.get_children().specific().annotate_approved_schedule())
    with django_assert_max_num_queries(6):  # where the person may act: once
        assert _offers(pages[0], moderator, None)
    with django_assert_max_num_queries(0):
        assert all(_offers(page, moderator, None) for page in pages)
