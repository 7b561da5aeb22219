"""Publication on the requested day: ours takes the place of Wagtail's command and survives a failure."""

from __future__ import annotations

import datetime as dt
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command, get_commands
from django.utils import timezone

from disclosure_pages.clearance.domain.scheduling import publish_due
from disclosure_pages.clearance.models import Clearance, PublicationFailure
from disclosure_pages.tree.models import DisclosurePage
from tests.factories.pages import make_changed_draft, make_draft, make_published, publish

pytestmark = pytest.mark.django_db


def make_due(title: str) -> Any:
    """Cleared for a day that has come meanwhile."""
    page = publish(make_draft(title, go_live_at=timezone.now() + dt.timedelta(days=1)))
    past = timezone.now() - dt.timedelta(minutes=5)
    revision = page.scheduled_revision
    revision.content["go_live_at"] = past.isoformat()
    revision.approved_go_live_at = past
    revision.save()
    return page


@pytest.mark.parametrize("name", ["publish_scheduled", "publish_scheduled_pages"])
def test_command_is_ours(name: str) -> None:
    assert get_commands()[name] == "disclosure_pages.clearance"


def test_due_content_is_published() -> None:
    page = make_due("到期公开")
    out = StringIO()
    call_command("publish_scheduled", stdout=out)
    assert DisclosurePage.objects.public().get().pk == page.pk
    assert "到期公开" in out.getvalue()


def test_dry_run_says_what_is_due_and_publishes_nothing() -> None:
    make_due("到期公开")
    out = StringIO()
    call_command("publish_scheduled", "--dryrun", stdout=out)
    assert "到期公开" in out.getvalue()
    assert not DisclosurePage.objects.public().exists()


def test_content_before_its_day_is_left_alone() -> None:
    publish(make_draft(go_live_at=timezone.now() + dt.timedelta(days=1)))
    assert publish_due() == []


def test_failure_is_recorded_and_stops_nobody() -> None:
    failing, fine = make_due("失败"), make_due("成功")
    Clearance.objects.of(failing).update(revoked_at=timezone.now())
    outcomes = {item.title: bool(item.problem) for item in publish_due()}
    assert outcomes == {"失败": True, "成功": False}
    assert DisclosurePage.objects.public().get().pk == fine.pk
    assert PublicationFailure.objects.get().page_id == failing.pk


def test_repeated_failure_is_one_row_that_goes_with_success() -> None:
    page = make_due("失败")
    Clearance.objects.of(page).update(revoked_at=timezone.now())
    publish_due()
    publish_due()
    assert PublicationFailure.objects.get().attempts == 2
    Clearance.objects.of(page).update(revoked_at=None)
    publish_due()
    assert not PublicationFailure.objects.exists()
    assert DisclosurePage.objects.public().exists()


def test_changed_content_waits_for_its_day_while_the_older_stays_public() -> None:
    page = make_published("第一版")
    publish(make_changed_draft(page, title="第二版", go_live_at=timezone.now() + dt.timedelta(days=1)))
    assert DisclosurePage.objects.public().get().title == "第一版"
    assert publish_due(now=timezone.now()) == []
