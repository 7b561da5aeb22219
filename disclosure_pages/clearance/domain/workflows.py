"""The workflows: unit review, then confidentiality review; with office approval where a column asks for it.

Normative documents pass the district's legal office too, before the confidentiality review and at the end.
"""

from __future__ import annotations

from django.db import transaction
from wagtail.models import Page, Workflow, WorkflowPage, WorkflowTask

from disclosure_pages.clearance.models import (
    ConfidentialityReviewTask,
    LegalityReviewTask,
    OfficeApprovalTask,
    RegistrationTask,
    ReviewTask,
    UnitReviewTask,
)
from disclosure_pages.tree.acts import structural_change
from disclosure_pages.tree.models import Column

STANDARD = "两级审核"
WITH_OFFICE = "两级审核和公开办审批"
NORMATIVE = "规范性文件审核"
NORMATIVE_WITH_OFFICE = "规范性文件审核和公开办审批"
BEFORE_REGISTRATION = (UnitReviewTask, LegalityReviewTask, ConfidentialityReviewTask)


def _workflow(name: str, *task_models: type[ReviewTask]) -> Workflow:
    workflow = Workflow.objects.filter(name=name, active=True).first()
    if workflow is None:
        workflow = Workflow.objects.create(name=name)
        for order, model in enumerate(task_models):
            task = model.objects.first() or model.objects.create(name=str(model._meta.verbose_name))
            WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=order)
    return workflow


@transaction.atomic
def with_legal_office(usual: Workflow) -> Workflow:
    """The workflow of a normative document where other content passes ``usual``: office approval where that has it."""
    if any(isinstance(task, OfficeApprovalTask) for task in usual.tasks.filter(active=True).specific()):
        return _workflow(NORMATIVE_WITH_OFFICE, *BEFORE_REGISTRATION, OfficeApprovalTask, RegistrationTask)
    return _workflow(NORMATIVE, *BEFORE_REGISTRATION, RegistrationTask)


@transaction.atomic
def assign_standard_workflow(*, home: Page) -> Workflow:
    """Let everything below ``home`` (the city's or a district's) pass the two standard reviews."""
    workflow = _workflow(STANDARD, UnitReviewTask, ConfidentialityReviewTask)
    WorkflowPage.objects.update_or_create(page_id=home.pk, defaults={"workflow": workflow})
    with_legal_office(workflow)
    return workflow


@transaction.atomic
def set_office_approval(*, column: Column, needed: bool) -> None:
    """Say whether content of ``column`` also needs the disclosure office's approval."""
    if needed:
        workflow = _workflow(WITH_OFFICE, UnitReviewTask, ConfidentialityReviewTask, OfficeApprovalTask)
        WorkflowPage.objects.update_or_create(page_id=column.pk, defaults={"workflow": workflow})
        with_legal_office(workflow)
    else:
        WorkflowPage.objects.filter(page_id=column.pk).delete()
    with structural_change():
        column.needs_office_approval = needed
        column.save(update_fields=["needs_office_approval"])
