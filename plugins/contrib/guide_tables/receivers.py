"""What follows when a table is published."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver
from wagtail.signals import page_published

from .domain.versions import note_version
from .models import GuideTable


@receiver(page_published, sender=GuideTable)
def note(instance: GuideTable, revision: Any = None, **kwargs: Any) -> None:
    """Readers see on which days a table changed."""
    note_version(page=instance, revision=revision)
