"""Who is written to at each turn that content takes."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.db.models.signals import post_save
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision, TaskState, WorkflowState
from wagtail.signals import page_published, task_submitted, workflow_approved, workflow_rejected

from cms.people.domain.roles import people_with_role
from cms.people.enums import Role
from cms.people.models import User
from disclosure_pages.tree.enums import DisclosureAttribute
from disclosure_pages.tree.models import DisclosurePage

from .domain.holding import missing_members
from .domain.reviewing import people_involved
from .enums import ReviewStage, WithdrawalKind
from .letters import admin_url, are_written, write_letters
from .models import Clearance, HeldPublication, PublicationFailure, ReviewTask, Withdrawal
from .rules import OFFICE_ROLES, ROLE_OF_STAGE, is_unit_stage
from .signals import schedule_recalled, scheduled_publication_failed

EDIT = "wagtailadmin_pages:edit"


def authors_of(page: DisclosurePage, revision: Revision | None = None) -> QuerySet[User]:
    """Owner of the page, writer of the version, and whoever handed it in last."""
    state = page.workflow_states.order_by("-pk").first()
    keys = {page.owner_id, getattr(revision, "user_id", None), getattr(state, "requested_by_id", None)}
    return get_user_model().objects.filter(pk__in=keys - {None})


def reviewers_of(page: DisclosurePage, stage: str) -> QuerySet[User]:
    """People who may review ``page`` at ``stage``."""
    role = ROLE_OF_STAGE[stage]
    where: dict[str, Any] = {"unit": page.unit} if is_unit_stage(stage) else {"district": page.district}
    return people_with_role(role, **where).exclude(pk__in=people_involved(page))


def ask_reviewers(instance: TaskState, **kwargs: Any) -> None:
    """A review is open: its reviewers get the link to its screen."""
    task = instance.task.specific
    if not isinstance(task, ReviewTask) or not are_written():
        return
    page = instance.revision.as_object()
    write_letters(
        kind="to_review",
        people=reviewers_of(page, task.stage),
        subject=format_lazy(_("{}: {}"), _("To review"), page.title),
        link=admin_url("gongkai_clearance:review", instance.pk),
        page=page,
        stage=ReviewStage(task.stage).label,
        submitter=instance.workflow_state.requested_by,
    )


def tell_of_return(instance: WorkflowState, user: User | None = None, **kwargs: Any) -> None:
    """Content was returned: its authors get the reason."""
    task_state = instance.current_task_state
    page = task_state.revision.as_object()
    write_letters(
        kind="returned",
        people=authors_of(page, task_state.revision).exclude(pk=user.pk if user else 0),
        subject=format_lazy(_("{}: {}"), _("Returned"), page.title),
        link=admin_url(EDIT, page.pk),
        page=page,
        reviewer=user,
        reason=task_state.comment,
    )


def tell_of_outcome(instance: WorkflowState, user: User | None = None, **kwargs: Any) -> None:
    """The reviews ended without publishing at once: the content waits for its day, or stays inside."""
    revision = instance.current_task_state.revision
    page = DisclosurePage.objects.get(pk=instance.object_id)
    clearance = Clearance.objects.of(page).filter(revision_id=revision.pk).first()
    due_at = Revision.objects.filter(pk=revision.pk).values_list("approved_go_live_at", flat=True).get()
    common = {"people": authors_of(page, revision), "link": admin_url(EDIT, page.pk), "page": page}
    if clearance is not None and clearance.attribute != DisclosureAttribute.PROACTIVE:
        subject = format_lazy(_("{}: {}"), _("Decided not to be public"), page.draft_title)
        write_letters(kind="not_public", subject=subject, clearance=clearance, **common)
    elif HeldPublication.objects.filter(page=page, revision_id=revision.pk).exists():
        subject = format_lazy(_("{}: {}"), _("Cleared, waits for what is published with it"), page.draft_title)
        write_letters(kind="held", subject=subject, missing=missing_members(page.pk), **common)
    elif due_at is not None and due_at > timezone.now():
        subject = format_lazy(_("{}: {}"), _("Cleared for its day"), page.draft_title)
        write_letters(kind="scheduled", subject=subject, due_at=due_at, **common)


def tell_of_publication(instance: Any, revision: Revision, **kwargs: Any) -> None:
    """Content became public, or its public content changed."""
    if not isinstance(instance, DisclosurePage) or not instance.live:
        return
    write_letters(
        kind="published",
        people=authors_of(instance, revision),
        subject=format_lazy(_("{}: {}"), _("Published"), instance.title),
        link=instance.full_url or admin_url(EDIT, instance.pk),
        page=instance,
    )


def tell_of_withdrawal(instance: Withdrawal, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """Content left the public side: its authors and its unit's moderators learn why."""
    if raw or not created or instance.page is None:
        return
    moderators = people_with_role(Role.MODERATOR, unit=instance.unit).values("pk")
    concerned = Q(pk__in=authors_of(instance.page).values("pk")) | Q(pk__in=moderators)
    is_withdrawn = instance.kind == WithdrawalKind.WITHDRAWN
    write_letters(
        kind="withdrawn",
        people=get_user_model().objects.filter(concerned).exclude(pk=instance.by_id),
        subject=format_lazy(_("{}: {}"), WithdrawalKind(instance.kind).label, instance.page_title),
        link=admin_url(EDIT, instance.page_id) if is_withdrawn else "",
        withdrawal=instance,
    )


def tell_of_recall(page: DisclosurePage, user: User, reason: str, **kwargs: Any) -> None:
    """A publication that waited for its day was stopped."""
    write_letters(
        kind="recalled",
        people=authors_of(page).exclude(pk=user.pk),
        subject=format_lazy(_("{}: {}"), _("Recalled before its day"), page.draft_title),
        link=admin_url(EDIT, page.pk),
        page=page,
        person=user,
        reason=reason,
    )


def tell_office_of_failure(failure: PublicationFailure, **kwargs: Any) -> None:
    """A publication did not happen on its day: the disclosure office of the district looks into it."""
    write_letters(
        kind="failed",
        people=people_with_role(*OFFICE_ROLES, district=failure.page.district),
        subject=format_lazy(_("{}: {}"), _("Not published on its day"), failure.page.draft_title),
        link=admin_url("gongkai_clearance:report_failures"),
        failure=failure,
    )


def connect() -> None:
    """Connect every turn to its letter.

    Two of Wagtail's signals already have a notifier under a name; connecting ours under that name first, before
    Wagtail's admin gets ready, leaves Wagtail's own letters unsent.
    """
    task_submitted.connect(ask_reviewers, dispatch_uid="gongkai_ask_reviewers")
    workflow_rejected.connect(
        tell_of_return, sender=WorkflowState, dispatch_uid="workflow_state_rejected_email_notification"
    )
    workflow_approved.connect(
        tell_of_outcome, sender=WorkflowState, dispatch_uid="workflow_state_approved_email_notification"
    )
    page_published.connect(tell_of_publication, dispatch_uid="gongkai_tell_of_publication")
    post_save.connect(tell_of_withdrawal, sender=Withdrawal, dispatch_uid="gongkai_tell_of_withdrawal")
    schedule_recalled.connect(tell_of_recall, dispatch_uid="gongkai_tell_of_recall")
    scheduled_publication_failed.connect(tell_office_of_failure, dispatch_uid="gongkai_tell_office_of_failure")
