"""Connect clearance to what it watches."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import TaskState
from wagtail.signals import task_submitted

from disclosure_pages.media.domain import record_reviewed_files
from disclosure_pages.tree.models import CityHome, DisclosurePage, GoneAddress
from disclosure_pages.tree.signals import content_published

from .domain.clearing import supersede_older
from .domain.reading import TASKS
from .domain.workflows import assign_standard_workflow


@receiver(post_save, sender=CityHome)
def give_workflow(instance: CityHome, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """A new city starts with the standard reviews: no content is ever without a workflow."""
    if created and not raw:
        assign_standard_workflow(home=instance)


@receiver(content_published)
def revoke_superseded(page: DisclosurePage, **kwargs: Any) -> None:
    """What was public before is cleared no longer."""
    supersede_older(page=page)


@receiver(content_published)
def revive_address(page: DisclosurePage, **kwargs: Any) -> None:
    """Content that was withdrawn and has been cleared anew answers at its address again."""
    GoneAddress.objects.filter(page_id=page.pk).delete()


@receiver(task_submitted)
def show_files(instance: TaskState, **kwargs: Any) -> None:
    """The legal office, which reads nothing else of the unit, opens the files of what comes to its review."""
    if isinstance(instance.task.specific, TASKS):
        record_reviewed_files(page=instance.revision.as_object())
