"""Clear content: by completed reviews or by force; and keep the gate of the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Revision, WorkflowState

from disclosure_pages.clearance.digest import content_digest
from disclosure_pages.clearance.enums import ReviewStage
from disclosure_pages.clearance.exceptions import FindingsOpen, ReviewRefused
from disclosure_pages.clearance.models import Clearance, Review, ReviewTask
from disclosure_pages.clearance.rules import MINIMUM_STAGES, stopping_findings
from disclosure_pages.tree.enums import DisclosureAttribute
from disclosure_pages.tree.exceptions import NotCleared
from plugins.findings import GateRequest, Stage
from plugins.gates import gate_findings

if TYPE_CHECKING:
    from cms.people.models import User
    from disclosure_pages.tree.models import DisclosurePage


def keep_gate(page: DisclosurePage) -> None:
    """Raise ``NotCleared`` unless this very content of ``page`` has a valid clearance that lets it be public.

    Copies the decided attribute to the page, as publication does.
    """
    clearance = None
    if page.pk is not None:
        clearance = Clearance.objects.of(page).for_public(content_digest(page)).first()
    if clearance is None:
        raise NotCleared(_("“%(title)s” has no clearance for this content.") % {"title": page.title})
    page.attribute = clearance.attribute


def required_stages(*, page: DisclosurePage, workflow_state: WorkflowState) -> list[str]:
    """Stages that must have approved: the minimum, those of the kind of ``page``, and what the workflow asks besides.

    Whatever workflow ran: the kind is that of the content that is being cleared.
    """
    tasks = workflow_state.workflow.tasks.filter(active=True).specific()
    asked = [task.stage for task in tasks if isinstance(task, ReviewTask)]
    return list(dict.fromkeys([*MINIMUM_STAGES, *page.own_stages, *asked]))


@transaction.atomic
def clear_reviewed_content(*, workflow_state: WorkflowState, user: User) -> Clearance:
    """Turn the approvals of every stage into a clearance, and publish if the attribute is “proactive”.

    What has to become public together with other content is held until that is cleared too (``holding.py``).
    Every stage must have approved exactly the submitted digest; the confidentiality review decided the attribute.
    The publication gates are asked once more: time has passed since the first review.
    """
    from .holding import publish_or_hold  # stands on this module

    revision = workflow_state.current_task_state.revision
    page = revision.as_object()
    digest = content_digest(page)
    approvals = {
        review.stage: review for review in Review.objects.approvals(page=page, digest=digest).order_by("decided_at")
    }
    required = required_stages(page=page, workflow_state=workflow_state)
    missing = [ReviewStage(stage).label for stage in required if stage not in approvals]
    ruling = approvals.get(ReviewStage.CONFIDENTIALITY)
    if missing or ruling is None:
        names = {"stages": ", ".join(map(str, missing))}
        raise ReviewRefused(
            _("Return it, so that it is handed in anew; these have not approved it: %(stages)s.") % names
        )
    clearance = Clearance.objects.create(
        page_id=page.pk,
        page_title=page.title,
        unit_id=page.unit_id,
        revision_id=revision.pk,
        digest=digest,
        attribute=ruling.attribute,
        basis=ruling.basis,
        ground=ruling.ground,
        cleared_by=user,
    )
    clearance.reviews.set(approvals.values())
    if clearance.attribute == DisclosureAttribute.PROACTIVE:
        overrides = overrides_of(approvals.values())
        publish_or_hold(clearance=clearance, revision=revision, user=user, overrides=overrides)
    else:
        log(instance=page, action="gongkai.clearance.not_public", user=user, data={"attribute": clearance.attribute})
    return clearance


def supersede_older(*, page: DisclosurePage) -> None:
    """Revoke clearances of older contents of a page that has just been published.

    Going back to an earlier content is a publication like any other and is reviewed like any other. A clearance of a
    newer content, waiting for its day, stays.
    """
    current = Clearance.objects.of(page).for_public(content_digest(page)).order_by("-revision_id").first()
    if current is not None:
        older = Clearance.objects.of(page).valid().filter(revision_id__lt=current.revision_id)
        older.exclude(digest=current.digest).update(revoked_at=timezone.now())


def overrides_of(reviews: Any) -> dict[str, str]:
    """Every recorded override of these reviews: key of the finding → reason."""
    return {key: reason for review in reviews for key, reason in review.overrides.items()}


def publish_cleared(
    *, clearance: Clearance, revision: Revision, user: User, overrides: dict[str, str] | None = None
) -> None:
    """Publish the revision that ``clearance`` covers, at once or on the requested day.

    Nobody holds Wagtail's publish right, so its check is skipped here; ``save`` asks for the clearance all the same.
    """
    page = revision.as_object()
    decision = {"attribute": clearance.attribute, "basis": clearance.basis}
    open_findings = stopping_findings(
        gate_findings(GateRequest(page=page, stage=Stage.PUBLISH, decision=decision)), overrides=overrides or {}
    )
    if open_findings:
        raise FindingsOpen(open_findings)
    page.specific_class.objects.get(pk=page.pk).publish(revision, user=user, skip_permission_checks=True)
