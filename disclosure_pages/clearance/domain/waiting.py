"""Reviews that are open: whom they wait for, since when, and whether they are overdue. All as querysets."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import (
    BigIntegerField,
    Case,
    CharField,
    Exists,
    F,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce
from wagtail.models import Page, Revision, TaskState, WorkflowState

from disclosure_pages.clearance.enums import ReviewDecision, ReviewStage
from disclosure_pages.clearance.models import (
    Clearance,
    ConfidentialityReviewTask,
    LegalityReviewTask,
    OfficeApprovalTask,
    RegistrationTask,
    Review,
    ReviewDays,
    ReviewTask,
    UnitReviewTask,
)
from disclosure_pages.clearance.rules import STAGES_IN_ONE_HAND
from disclosure_pages.tree.models import DisclosurePage

if TYPE_CHECKING:
    from cms.people.models import User

TASKS: tuple[type[ReviewTask], ...] = (
    UnitReviewTask,
    LegalityReviewTask,
    ConfidentialityReviewTask,
    OfficeApprovalTask,
    RegistrationTask,
)


def open_reviews(*, now: dt.datetime) -> QuerySet[TaskState]:
    """Every open review, the longest waiting first, with ``page_id``, ``stage`` and ``is_overdue`` on ``now``."""
    days = ReviewDays.load()
    stages = [When(task__in=task.objects.values("pk"), then=Value(task.stage)) for task in TASKS]
    late = [Q(stage=stage_name, started_at__lt=now - days.limit_of(stage_name)) for stage_name in ReviewStage.values]
    return (
        TaskState.objects.filter(
            status=TaskState.STATUS_IN_PROGRESS, workflow_state__status=WorkflowState.STATUS_IN_PROGRESS
        )
        .annotate(stage=Case(*stages, default=Value("")), page_id=Cast("workflow_state__object_id", BigIntegerField()))
        .exclude(stage="")
        .annotate(is_overdue=Case(*[When(condition, then=Value(True)) for condition in late], default=Value(False)))
        .order_by("started_at", "pk")
    )


def reviews_waiting_for(user: User, *, now: dt.datetime) -> QuerySet[TaskState]:
    """Open reviews that ``user`` may decide: a reviewer by role who neither wrote, submitted nor approved it."""
    held = Q(pk__in=[])
    for task in TASKS:
        held |= Q(stage=task.stage, page_id__in=task.pages_reviewed_by(user).values("pk"))
    return open_reviews(now=now).filter(held).exclude(_is_involved(user))


def reviews_visible_to(user: User, *, now: dt.datetime) -> QuerySet[TaskState]:
    """Open reviews of content whose drafts ``user`` may read, whoever decides them."""
    return open_reviews(now=now).filter(page_id__in=DisclosurePage.objects.visible_to(user).values("pk"))


def _is_involved(user: User) -> Q:
    """Four eyes, as a condition; ``reviewing.refusal_for`` has the last word on a single review."""
    last_cleared = (
        Clearance.objects.filter(page_id=OuterRef(OuterRef("page_id")))
        .order_by()
        .values("page_id")
        .annotate(last=Max("revision_id"))
        .values("last")
    )
    written = Revision.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id=OuterRef("workflow_state__object_id"),
        user_id=user.pk,
        pk__gt=Coalesce(Subquery(last_cleared), Value(0)),
    )
    approved = Review.objects.filter(
        page_id=OuterRef("page_id"),
        revision_id=OuterRef("revision_id"),
        reviewer_id=user.pk,
        decision=ReviewDecision.APPROVED,
    ).annotate(open_stage=Cast(OuterRef("stage"), CharField()))
    apart = approved.exclude(stage=F("open_stage")).exclude(
        stage__in=STAGES_IN_ONE_HAND, open_stage__in=STAGES_IN_ONE_HAND
    )
    return Q(workflow_state__requested_by=user) | Q(Exists(written)) | Q(Exists(apart))


def due_at(task_state: TaskState, *, days: ReviewDays) -> dt.datetime:
    """When the review, annotated with its ``stage``, becomes overdue."""
    return task_state.started_at + days.limit_of(task_state.stage)


def with_contents(rows: list[Any]) -> list[Any]:
    """Hang on each row with a ``page_id`` its page, with unit and column, as ``content``: one query for all of them."""
    pages = DisclosurePage.objects.select_related("unit", "column", "owner", "district")
    found = pages.in_bulk([row.page_id for row in rows])
    for row in rows:
        row.content = found.get(row.page_id)
    return [row for row in rows if row.content is not None]
