"""Every door ends in ``save``: whoever opens it, uncleared content stays where it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.utils import timezone
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.actions.move_page import MovePageAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page

from disclosure_pages.clearance.domain.verifying import find_breaches
from disclosure_pages.tree.models import DisclosurePage
from tests.factories.pages import make_changed_draft, make_draft, make_published, publish
from tests.factories.people import make_superuser
from tests.factories.tree import make_section

pytestmark = pytest.mark.django_db


def publish_stock(page: Any) -> None:
    page.get_latest_revision().publish(user=make_superuser())


def publish_skipping_rights(page: Any) -> None:
    PublishPageRevisionAction(page.get_latest_revision()).execute(skip_permission_checks=True)


def save_as_live(page: Any) -> None:
    page.live = True
    page.save()


def save_live_field_only(page: Any) -> None:
    page.live = True
    page.save(update_fields=["live"])


def save_base_page_as_live(page: Any) -> None:
    base = Page.objects.get(pk=page.pk)
    base.live = True
    base.save()


DOORS_TO_THE_PUBLIC = [
    publish_stock,
    publish_skipping_rights,
    save_as_live,
    save_live_field_only,
    save_base_page_as_live,
]


@pytest.mark.parametrize("door", DOORS_TO_THE_PUBLIC, ids=lambda door: door.__name__)
def test_draft_stays_a_draft_at_every_door(door: Callable[[Any], None]) -> None:
    page = make_draft()
    with pytest.raises(PermissionDenied):
        door(page)
    assert not DisclosurePage.objects.filter(pk=page.pk, live=True).exists()
    assert not DisclosurePage.objects.public().exists()


@pytest.mark.parametrize("door", [publish_stock, publish_skipping_rights], ids=lambda door: door.__name__)
def test_later_change_of_public_content_stays_a_draft(door: Callable[[Any], None]) -> None:
    page = make_published("原来的标题")
    changed = make_changed_draft(page, title="没有审核的标题")
    with pytest.raises(PermissionDenied):
        door(changed)
    assert DisclosurePage.objects.get(pk=page.pk).title == "原来的标题"


def test_public_content_saved_with_another_title_is_refused() -> None:
    page = make_published()
    page.title = "另一个标题"
    with pytest.raises(PermissionDenied):
        page.save()


def test_public_title_changed_through_the_base_page_is_refused() -> None:
    base = Page.objects.get(pk=make_published().pk)
    base.title = "另一个标题"
    with pytest.raises(PermissionDenied):
        base.save()


def test_public_content_saved_unchanged_passes() -> None:
    page = make_published()
    page.save()
    assert DisclosurePage.objects.public().filter(pk=page.pk).exists()


def test_copy_kept_live_is_refused_whole() -> None:
    page = make_published()
    action = CopyPageAction(page, keep_live=True, update_attrs={"slug": "copy"}, user=make_superuser())
    with pytest.raises(PermissionDenied):
        action.execute(skip_permission_checks=True)
    assert DisclosurePage.objects.count() == 1


def test_copy_as_draft_carries_no_decision() -> None:
    page = make_published()
    copy = CopyPageAction(page, keep_live=False, update_attrs={"slug": "copy"}).execute(skip_permission_checks=True)
    assert (copy.live, copy.is_public, copy.attribute, copy.published_on) == (False, False, "", None)


def test_alias_of_content_is_refused() -> None:
    action = CreatePageAliasAction(make_published(), update_slug="alias", user=make_superuser())
    with pytest.raises(PermissionDenied):
        action.execute(skip_permission_checks=True)
    assert DisclosurePage.objects.count() == 1


def test_alias_made_in_the_database_cannot_be_converted_into_public_content() -> None:
    page, other = make_published(), make_draft()
    Page.objects.filter(pk=other.pk).update(alias_of=page.pk)
    alias = other.specific_class.objects.get(pk=other.pk)
    ConvertAliasPageAction(alias, user=make_superuser()).execute(skip_permission_checks=True)
    assert not DisclosurePage.objects.get(pk=other.pk).live


def test_move_of_public_content_outside_the_act_is_refused() -> None:
    page = make_published()
    target = make_section(column=page.column)
    with pytest.raises(PermissionDenied):
        MovePageAction(page, target, pos="last-child", user=make_superuser()).execute(skip_permission_checks=True)
    assert DisclosurePage.objects.get(pk=page.pk).unit_id == page.unit_id


@pytest.mark.parametrize("as_base", [False, True])
def test_unpublishing_outside_the_act_is_refused(as_base: bool) -> None:
    page = make_published()
    instance = Page.objects.get(pk=page.pk) if as_base else page
    with pytest.raises(PermissionDenied):
        UnpublishPageAction(instance, user=make_superuser()).execute(skip_permission_checks=True)
    assert DisclosurePage.objects.public().filter(pk=page.pk).exists()


def test_deleting_public_content_outside_the_act_is_refused() -> None:
    page = make_published()
    with pytest.raises(PermissionDenied):
        page.delete(user=make_superuser())
    assert DisclosurePage.objects.filter(pk=page.pk).exists()


def test_schedule_put_on_an_uncleared_draft_publishes_nothing() -> None:
    page = make_draft()
    yesterday = timezone.now() - dt.timedelta(days=1)
    page.revisions.update(approved_go_live_at=yesterday)
    call_command("publish_scheduled", verbosity=0)
    assert not DisclosurePage.objects.filter(pk=page.pk, live=True).exists()


def test_going_back_to_a_formerly_public_content_needs_a_new_clearance() -> None:
    page = make_published("第一版")
    first = page.live_revision

    publish(make_changed_draft(page, title="第二版"))
    with pytest.raises(PermissionDenied):
        PublishPageRevisionAction(first).execute(skip_permission_checks=True)
    assert DisclosurePage.objects.get(pk=page.pk).title == "第二版"


def test_change_made_in_sql_is_found_by_the_verification() -> None:
    page = make_published()
    assert not list(find_breaches())
    Page.objects.filter(pk=page.pk).update(title="在数据库里改的标题")
    assert [breach.code for breach in find_breaches()] == ["gongkai.not_cleared"]


def test_page_set_live_in_sql_is_found_by_the_verification() -> None:
    Page.objects.filter(pk=make_draft().pk).update(live=True)
    codes = {breach.code for breach in find_breaches()}
    assert codes == {"gongkai.live_not_public", "gongkai.attribute", "gongkai.not_cleared"}
