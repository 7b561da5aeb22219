"""What follows when the page of a report becomes public, or ceases to be."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver
from django.utils import timezone
from wagtail.signals import page_published, page_unpublished

from plugins.api import forget_files

from .domain.publishing import note_published, note_unpublished
from .models import AnnualReportPage


@receiver(page_published, sender=AnnualReportPage)
def note(instance: AnnualReportPage, **kwargs: Any) -> None:
    """The report that the page was made of is published."""
    note_published(instance, today=timezone.localdate())


@receiver(page_unpublished, sender=AnnualReportPage)
def forget(instance: AnnualReportPage, **kwargs: Any) -> None:
    """Its files are thrown away, and its report is not published any more."""
    forget_files(instance.pk)
    note_unpublished(instance, today=timezone.localdate())
