from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.db.models import CharField, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Task, TaskState, WorkflowState

from cms.people.domain.roles import memberships_of
from disclosure_pages.clearance.enums import ReviewStage
from disclosure_pages.clearance.rules import ROLE_OF_STAGE, is_unit_stage
from disclosure_pages.tree.models import DisclosurePage


class ReviewTask(Task):
    """A review whose reviewers follow from the page's unit or district.

    Deciding happens on the review screen only, which records a ``Review``; so the stock doors (edit view, bulk action,
    modal) find no action here, for superusers either. While the task runs the page is locked for everyone.
    """

    stage: ClassVar[str] = ""

    class Meta:
        abstract = True

    @classmethod
    def pages_reviewed_by(cls, user: Any) -> QuerySet[DisclosurePage]:
        """Pages that ``user`` reviews at this stage, by role alone; a condition without queries of its own."""
        held = memberships_of(user).filter(role=ROLE_OF_STAGE[cls.stage])
        place = "unit" if is_unit_stage(cls.stage) else "district"
        return DisclosurePage.objects.filter(**{f"{place}__in": held.values(f"{place}_id")})

    def start(self, workflow_state: WorkflowState, user: Any = None) -> TaskState:
        """Start the first stage that still has to approve this content; nothing is left to do: pass over this one."""
        from disclosure_pages.clearance.domain.submitting import (  # stands on models
            check_submission,
            first_task_due,
            follow_kind,
        )

        draft = workflow_state.content_object.specific.get_latest_revision_as_object()
        check_submission(draft=draft)
        follow_kind(workflow_state=workflow_state, draft=draft)
        due = first_task_due(workflow_state=workflow_state, draft=draft)
        if due is None:
            return self._pass_over(workflow_state)
        return Task.start(due, workflow_state, user=user)

    def _pass_over(self, workflow_state: WorkflowState) -> TaskState:
        revision = workflow_state.content_object.get_latest_revision()
        return TaskState.objects.create(
            workflow_state=workflow_state,
            revision=revision,
            task=self,
            status=TaskState.STATUS_SKIPPED,
            finished_at=timezone.now(),
        )

    def locked_for_user(self, obj: Any, user: Any) -> bool:
        return True

    def get_actions(self, obj: Any, user: Any) -> list[Any]:
        return []

    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> None:
        raise PermissionDenied(_("Reviews are decided on the review screen."))

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> QuerySet[TaskState]:
        keys = self.pages_reviewed_by(user).annotate(key=Cast("pk", CharField())).values("key")
        return TaskState.objects.filter(
            task_id=self.pk, status=TaskState.STATUS_IN_PROGRESS, workflow_state__object_id__in=keys
        )


class UnitReviewTask(ReviewTask):
    """Review by a moderator of the very unit that wrote the content."""

    stage = ReviewStage.UNIT

    class Meta:
        verbose_name = _("unit review")
        verbose_name_plural = _("unit reviews")

    @classmethod
    def get_description(cls) -> str:
        return gettext("Moderators of the unit that wrote the content review it.")


class LegalityReviewTask(ReviewTask):
    """Legality review (合法性审核) by the district's legal office, for normative documents."""

    stage = ReviewStage.LEGALITY

    class Meta:
        verbose_name = _("legality review")
        verbose_name_plural = _("legality reviews")

    @classmethod
    def get_description(cls) -> str:
        return gettext("The legal office of the district judges whether the document is lawful.")


class ConfidentialityReviewTask(ReviewTask):
    """Confidentiality review (保密审查): decides the disclosure attribute (Regulations, Art. 17)."""

    stage = ReviewStage.CONFIDENTIALITY

    class Meta:
        verbose_name = _("confidentiality review")
        verbose_name_plural = _("confidentiality reviews")

    @classmethod
    def get_description(cls) -> str:
        return gettext("Confidentiality reviewers of the district decide the disclosure attribute.")


class OfficeApprovalTask(ReviewTask):
    """Approval by the district's disclosure office, for columns that ask for it."""

    stage = ReviewStage.OFFICE

    class Meta:
        verbose_name = _("disclosure office approval")
        verbose_name_plural = _("disclosure office approvals")

    @classmethod
    def get_description(cls) -> str:
        return gettext("The district's disclosure office approves.")


class RegistrationTask(ReviewTask):
    """Registration (登记) by the district's legal office, the last stage of a normative document."""

    stage = ReviewStage.REGISTRATION

    class Meta:
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")

    @classmethod
    def get_description(cls) -> str:
        return gettext("The legal office of the district enters the document into its register.")
