"""Acts on public content: right, reason, trace."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from cms.people.enums import Role
from disclosure_pages.clearance.domain.acts import delete_as_error, force_publication, move_content, withdraw_content
from disclosure_pages.clearance.domain.verifying import find_breaches
from disclosure_pages.clearance.models import Clearance, Withdrawal
from disclosure_pages.tree.domain.addresses import find_former, find_gone
from disclosure_pages.tree.models import ColumnTally, DisclosurePage
from tests.factories.pages import make_draft, make_published, publish
from tests.factories.people import make_person, make_superuser
from tests.factories.tree import make_column, make_section

pytestmark = pytest.mark.django_db


def test_withdrawn_content_leaves_its_reason_at_the_address() -> None:
    page = make_published()
    withdraw_content(page=page, user=make_person(Role.MODERATOR, unit=page.unit), reason="数据有误")
    assert not DisclosurePage.objects.public().exists()
    assert find_gone(page.url_path).reason == "数据有误"
    assert not list(find_breaches())


def test_withdrawn_content_needs_new_reviews_to_come_back() -> None:
    page = make_published()
    withdraw_content(page=page, user=make_person(Role.MODERATOR, unit=page.unit), reason="数据有误")
    with pytest.raises(PermissionDenied):
        page.get_latest_revision().publish(skip_permission_checks=True)
    assert publish(page).is_public
    assert find_gone(page.url_path) is None


@pytest.mark.parametrize("role", [Role.EDITOR, Role.CONFIDENTIALITY_REVIEWER])
def test_withdrawal_by_another_role_is_refused(role: str) -> None:
    page = make_published()
    place = {"unit": page.unit} if role == Role.EDITOR else {"district": page.district}
    person = make_person(role, **place)
    with pytest.raises(PermissionDenied):
        withdraw_content(page=page, user=person, reason="数据有误")


def test_withdrawal_without_reason_is_refused() -> None:
    page = make_published()
    with pytest.raises(ValidationError):
        withdraw_content(page=page, user=make_person(Role.MODERATOR, unit=page.unit), reason="  ")
    assert not Withdrawal.objects.exists()


def test_deleted_content_leaves_address_and_reason_but_no_text() -> None:
    page = make_published("误发的名单")
    delete_as_error(page=page, user=make_person(Role.DISCLOSURE_OFFICE, district=page.district), reason="误发")
    assert not DisclosurePage.objects.exists()
    assert find_gone(page.url_path).reason == "误发"
    assert Withdrawal.objects.get().page_title == "误发的名单"


def test_moved_content_answers_at_both_addresses_and_is_counted_once() -> None:
    page = make_published()
    target = make_section(column=make_column(district=page.district), unit=page.unit)
    office = make_person(Role.DISCLOSURE_OFFICE, district=page.district)
    moved = move_content(page=page, section=target, user=office, reason="归类有误")
    assert find_former(page.url_path)[0].pk == page.pk
    assert moved.url_path == f"{target.url_path}{page.slug}/"
    assert [(row.column_id, row.total) for row in ColumnTally.objects.filter(total__gt=0)] == [(moved.column_id, 1)]


def test_content_never_moves_to_another_district() -> None:
    page, foreign = make_published(), make_section()
    office = make_person(Role.DISCLOSURE_OFFICE, district=page.district)
    with pytest.raises(PermissionDenied):
        move_content(page=page, section=foreign, user=office, reason="归类有误")


def test_forced_publication_keeps_its_reason() -> None:
    page = make_draft()
    office = make_person(Role.DISCLOSURE_OFFICE, district=page.district)
    force_publication(page=page, user=office, reason="防汛应急", basis="应急预案")
    clearance = Clearance.objects.forced().get()
    assert (clearance.reason, clearance.cleared_by) == ("防汛应急", office)
    assert DisclosurePage.objects.public().get().pk == page.pk


def test_forced_publication_by_author_or_superuser_is_refused() -> None:
    office = make_person(Role.DISCLOSURE_OFFICE, district=make_section().unit.district)
    page = make_draft(author=office)
    for person in (office, make_superuser()):
        with pytest.raises(PermissionDenied):
            force_publication(page=page, user=person, reason="应急", basis="预案")
