"""Old addresses lead on, withdrawn content says why, and nothing else is given away."""

from __future__ import annotations

import pytest
from django.test import Client

from cms.people.enums import Role
from disclosure_pages.clearance.domain.acts import delete_as_error, move_content, withdraw_content
from disclosure_pages.tree.acts import structural_change
from disclosure_pages.tree.domain.districts import give_host
from disclosure_pages.tree.models import Column, FormerAddress, GoneAddress
from tests.disclosure_pages.public.markup import soup_of
from tests.factories.pages import make_changed_draft, make_draft, make_published, publish
from tests.factories.people import make_moderator, make_person
from tests.factories.tree import make_column, make_section

pytestmark = pytest.mark.django_db


def move_column(column: Column, target: Column) -> Column:
    with structural_change():
        Column.objects.get(pk=column.pk).move(target, pos="last-child")
    return Column.objects.get(pk=column.pk)


def now_at(page) -> str:
    return type(page).objects.get(pk=page.pk).get_url()


def withdraw(page, reason: str = "公告有误。"):
    return withdraw_content(page=page, user=make_moderator(page.unit), reason=reason)


@pytest.fixture
def own_host(page) -> Client:
    """A visitor at the district's own host."""
    give_host(district=page.district, hostname="furong.example")
    return Client(headers={"host": "furong.example"})


def test_moved_column_takes_the_addresses_below_along(visitor, page) -> None:
    before, column_before = page.get_url(), page.column.get_url()
    column = move_column(page.column, make_column(district=page.district))
    for old, new in ((before, now_at(page)), (column_before, column.get_url())):
        response = visitor.get(old)
        assert (response.status_code, response["Location"]) == (301, new)
    assert visitor.get(f"{column_before}atom.xml?year=2026")["Location"] == f"{column.get_url()}atom.xml?year=2026"


def test_moved_column_leads_on_under_the_districts_own_host(own_host, page) -> None:
    before = page.url_path
    move_column(page.column, make_column(district=page.district))
    home = page.district.root_page.url_path
    response = own_host.get("/" + before.removeprefix(home))
    after = type(page).objects.get(pk=page.pk).url_path.removeprefix(home)
    assert (response.status_code, response["Location"]) == (301, f"/{after}")
    assert own_host.get(response["Location"]).status_code == 200


def test_renamed_page_leads_on_after_its_column_moved(visitor, page, django_capture_on_commit_callbacks) -> None:
    before = page.get_url()
    changed = make_changed_draft(page, slug="renamed")
    with django_capture_on_commit_callbacks(execute=True):
        publish(changed)
    assert visitor.get(before)["Location"] == now_at(page)
    move_column(page.column, make_column(district=page.district))
    assert visitor.get(before)["Location"] == now_at(page)


def test_page_renamed_in_a_moved_column_leads_on(visitor, page, django_capture_on_commit_callbacks) -> None:
    before = page.get_url()
    move_column(page.column, make_column(district=page.district))
    changed = make_changed_draft(page, slug="renamed")
    with django_capture_on_commit_callbacks(execute=True):
        publish(changed)
    assert visitor.get(before)["Location"] == now_at(page)


def test_moved_content_leads_to_its_new_column(visitor, page) -> None:
    before = page.get_url()
    section = make_section(column=make_column(district=page.district))
    office = make_person(Role.DISCLOSURE_OFFICE, district=page.district)
    moved = move_content(page=page, section=section, user=office, reason="归错栏目")
    assert visitor.get(before)["Location"] == moved.get_url()


def test_withdrawn_content_answers_410_with_the_reason(visitor, page) -> None:
    withdraw(page, "公告中的<b>附件</b>有误。")
    response = visitor.get(page.get_url())
    assert response.status_code == 410
    assert soup_of(response).dd.text == "公告中的<b>附件</b>有误。"
    assert page.title not in response.content.decode()


def test_deleted_content_answers_410(visitor, page) -> None:
    office = make_person(Role.DISCLOSURE_OFFICE, district=page.district)
    delete_as_error(page=page, user=office, reason="误发布。")
    assert visitor.get(page.get_url()).status_code == 410


def test_withdrawn_content_answers_410_at_both_hosts(visitor, own_host, page) -> None:
    address = "/" + page.url_path.removeprefix(page.district.root_page.url_path)
    withdraw(page)
    assert own_host.get(address).status_code == 410
    assert visitor.get(f"/{page.district.slug}{address}").status_code == 410


def test_content_withdrawn_before_its_column_moved_is_gone_at_both_addresses(visitor, page) -> None:
    before = page.get_url()
    withdraw(page)
    move_column(page.column, make_column(district=page.district))
    assert [visitor.get(address).status_code for address in (before, now_at(page))] == [410, 410]


def test_content_withdrawn_after_its_column_moved_is_gone_at_its_old_address(visitor, page) -> None:
    before = page.get_url()
    move_column(page.column, make_column(district=page.district))
    withdraw(type(page).objects.get(pk=page.pk))
    assert visitor.get(before).status_code == 410


def test_withdrawn_content_cleared_anew_is_back(visitor, page) -> None:
    withdraw(page)
    publish(page)
    assert visitor.get(page.get_url()).status_code == 200


def test_former_address_of_a_draft_tells_nothing(visitor) -> None:
    draft = make_draft()
    FormerAddress.objects.create(url_path=f"{draft.column.url_path}former/", page_id=draft.pk)
    assert visitor.get(f"{draft.column.get_url()}former/").status_code == 404


def test_former_address_in_front_of_nothing_answers_404(visitor, page) -> None:
    before = page.column.get_url()
    move_column(page.column, make_column(district=page.district))
    assert visitor.get(f"{before}never-was/").status_code == 404


def test_former_addresses_in_a_circle_end(visitor, page) -> None:
    home = page.district.root_page.url_path
    draft = make_draft(section=page.get_parent().specific)
    FormerAddress.objects.create(url_path=draft.url_path, page_id=draft.pk)
    assert visitor.get(f"/{page.district.slug}/{draft.url_path.removeprefix(home)}").status_code == 404


def test_section_that_moved_leads_content_to_its_new_column(visitor, page) -> None:
    before = page.get_url()
    with structural_change():
        page.get_parent().specific.move(make_column(district=page.district), pos="last-child")
    assert visitor.get(before)["Location"] == now_at(page)


def test_address_in_use_is_not_gone(visitor, page) -> None:
    GoneAddress.objects.create(url_path=page.url_path, reason="旧")
    assert visitor.get(page.get_url()).status_code == 200


@pytest.mark.parametrize("address", ["/nowhere/", "/nowhere.xml", "/%00/", "/..%2f..%2fetc/passwd", "/芙蓉/"])
def test_unknown_address_answers_404(visitor, page, address) -> None:
    assert visitor.get(address).status_code == 404


def test_former_address_of_one_district_means_nothing_in_another(visitor, page) -> None:
    withdraw(page)
    other = make_published()
    assert visitor.get(f"{other.column.get_url()}{page.slug}/").status_code == 404
