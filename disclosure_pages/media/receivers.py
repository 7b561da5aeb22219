"""Keep the record of public files in step with what is public, and public files as they were cleared."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import pre_delete, pre_save
from django.dispatch import receiver
from django.utils.translation import gettext as _

from disclosure_pages.tree.models import DisclosurePage
from disclosure_pages.tree.signals import content_published, content_withdrawn

from .domain import record_published_files
from .exceptions import FileFrozen
from .freezing import FROZEN_MESSAGE, changed_frozen_fields, is_frozen
from .models import DisclosureDocument, DisclosureImage, PublishedFile


@receiver(content_published)
def publish_files(page: DisclosurePage, **kwargs: Any) -> None:
    """The files of this version, and no others, become public with it."""
    record_published_files(page=page)


@receiver(content_withdrawn)
def withdraw_files(page: DisclosurePage, **kwargs: Any) -> None:
    """Files leave the public side with their page, unless another public page uses them too."""
    PublishedFile.objects.filter(page_id=page.pk).delete()


@receiver(pre_save, sender=DisclosureDocument)
@receiver(pre_save, sender=DisclosureImage)
def guard_frozen_file(instance: Any, raw: bool = False, update_fields: Any = None, **kwargs: Any) -> None:
    """Refuse every road to other bytes or another title; forms say so earlier, at the field."""
    if not raw and instance.pk and changed_frozen_fields(instance, written=update_fields):
        raise FileFrozen(FROZEN_MESSAGE)


@receiver(pre_delete, sender=DisclosureDocument)
@receiver(pre_delete, sender=DisclosureImage)
def guard_deletion(instance: Any, **kwargs: Any) -> None:
    """Public content would point at nothing."""
    if is_frozen(instance):
        raise FileFrozen(_("This file is used by public content; it can be deleted when no public content uses it."))
