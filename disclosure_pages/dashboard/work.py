"""What is on a person's desk, as querysets."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from wagtail.models import Page, TaskState, WorkflowState

from cms.people.domain.roles import districts_of, units_of
from disclosure_pages.clearance.domain.waiting import open_reviews, reviews_visible_to
from disclosure_pages.clearance.models import Clearance, PublicationFailure, Withdrawal
from disclosure_pages.tree.models import DisclosurePage
from disclosure_pages.tree.querysets import UNIT_ROLES

if TYPE_CHECKING:
    from cms.people.models import User


def drafts_of(user: User) -> QuerySet[DisclosurePage]:
    """Unfinished content that ``user`` owns or wrote last: not in review, not returned, not decided about."""
    pages = DisclosurePage.objects.editable_by(user).annotate_approved_schedule()
    decided = Clearance.objects.valid().filter(page_id=OuterRef("pk"), revision_id=OuterRef("latest_revision_id"))
    mine = pages.filter(Q(owner=user) | Q(latest_revision__user=user), has_unpublished_changes=True)
    free = mine.filter(~Exists(decided), _approved_schedule=False).exclude(pk__in=_pages_in_workflow())
    return free.select_related("unit", "column").order_by("-latest_revision_created_at")


def returned_to(user: User) -> QuerySet[WorkflowState]:
    """Content that reviewers gave back to ``user``, with ``page_id``, the latest return first."""
    states = _states().filter(_is_authored_by(user), status=WorkflowState.STATUS_NEEDS_CHANGES)
    return states.select_related("current_task_state__finished_by").order_by("-current_task_state__finished_at")


def submitted_by(user: User, *, now: dt.datetime) -> QuerySet[TaskState]:
    """Open reviews of what ``user`` wrote or handed in."""
    owned = DisclosurePage.objects.filter(owner=user).values("pk")
    return open_reviews(now=now).filter(Q(workflow_state__requested_by=user) | Q(page_id__in=owned))


def waiting_for_their_day(user: User) -> QuerySet[DisclosurePage]:
    """Content of ``user`` that is cleared and scheduled."""
    pages = DisclosurePage.objects.filter(owner=user).annotate_approved_schedule()
    return pages.filter(_approved_schedule=True).order_by("go_live_at")


def held_back(user: User) -> QuerySet[DisclosurePage]:
    """Content of ``user`` that is cleared and waits for what becomes public together with it."""
    pages = DisclosurePage.objects.filter(owner=user, held_publication__isnull=False)
    return pages.select_related("held_publication").order_by("held_publication__held_at")


def overdue_in_view_of(user: User, *, now: dt.datetime) -> QuerySet[TaskState]:
    """Open reviews that are overdue, of content whose drafts ``user`` may read."""
    return reviews_visible_to(user, now=now).filter(is_overdue=True)


def newest_of_units(user: User) -> QuerySet[DisclosurePage]:
    """Public content of the units in which ``user`` works, the newest first."""
    pages = DisclosurePage.objects.public().filter(unit__in=units_of(user, UNIT_ROLES))
    return pages.newest_first().select_related("column", "unit")


def exceptions_since(user: User, roles: tuple[str, ...], *, since: dt.datetime) -> dict[str, int]:
    """How much was forced, withdrawn, and failed to be published, in the districts that ``user`` oversees."""
    districts = districts_of(user, roles)
    return {
        "forced": Clearance.objects.forced().filter(unit__district__in=districts, cleared_at__gte=since).count(),
        "withdrawals": Withdrawal.objects.filter(unit__district__in=districts, at__gte=since).count(),
        "failures": PublicationFailure.objects.filter(page__district__in=districts).count(),
    }


def _states() -> QuerySet[WorkflowState]:
    pages = ContentType.objects.get_for_model(Page)
    states = WorkflowState.objects.filter(base_content_type=pages)
    return states.annotate(page_id=Cast("object_id", BigIntegerField()))


def _pages_in_workflow() -> QuerySet[WorkflowState]:
    running = (WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES)
    return _states().filter(status__in=running).values("page_id")


def _is_authored_by(user: User) -> Q:
    return Q(requested_by=user) | Q(page_id__in=DisclosurePage.objects.filter(owner=user).values("pk"))
