"""Keep the record of public files in step with what is public, and public files as they were cleared."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver
from django.utils.translation import gettext as _

from disclosure_pages.tree.models import DisclosurePage
from disclosure_pages.tree.signals import content_published, content_withdrawn

from .domain import record_published_files
from .exceptions import FileFrozen
from .freezing import FROZEN_MESSAGE, changed_frozen_fields, is_frozen
from .models import DisclosureDocument, DisclosureImage, PublishedFile
from .tasks import read_document
from .texts.keeping import forget_text


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


@receiver(pre_save, sender=DisclosureDocument)
def remember_replaced_bytes(instance: DisclosureDocument, raw: bool = False, **kwargs: Any) -> None:
    """Which bytes a new upload takes the place of: their text is forgotten once they are gone."""
    if not raw and instance.pk and instance.file and not getattr(instance.file, "_committed", True):
        hashes = DisclosureDocument.objects.filter(pk=instance.pk).values_list("file_hash", flat=True)
        instance.former_hash = hashes.first() or ""


@receiver(post_save, sender=DisclosureDocument)
def read_text(instance: DisclosureDocument, raw: bool = False, update_fields: Any = None, **kwargs: Any) -> None:
    """Read what was uploaded before anybody waits for it: the checks before publication, and search."""
    if not raw and (update_fields is None or "file" in update_fields):
        forget_text(instance.former_hash)
        transaction.on_commit(partial(read_document.enqueue, document_id=instance.pk))


@receiver(pre_delete, sender=DisclosureDocument)
def remember_deleted_bytes(instance: DisclosureDocument, **kwargs: Any) -> None:
    """Wagtail deletes the bytes with the row, so they are asked for their hash before."""
    instance.former_hash = instance.get_file_hash()


@receiver(post_delete, sender=DisclosureDocument)
def forget_text_of_deleted(instance: DisclosureDocument, **kwargs: Any) -> None:
    """What a file said is not kept longer than the file."""
    forget_text(instance.former_hash)
