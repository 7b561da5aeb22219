"""Keep the record of public files in step with what is public."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver

from disclosure_pages.tree.models import DisclosurePage
from disclosure_pages.tree.signals import content_published, content_withdrawn

from .domain import record_published_files
from .models import PublishedFile


@receiver(content_published)
def publish_files(page: DisclosurePage, **kwargs: Any) -> None:
    """The files of this version, and no others, become public with it."""
    record_published_files(page=page)


@receiver(content_withdrawn)
def withdraw_files(page: DisclosurePage, **kwargs: Any) -> None:
    """Files leave the public side with their page, unless another public page uses them too."""
    PublishedFile.objects.filter(page_id=page.pk).delete()
