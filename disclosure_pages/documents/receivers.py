"""Keep the legal records in step with what is public."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import pre_delete
from django.dispatch import receiver
from django.utils.translation import gettext as _
from wagtail.models import Page

from disclosure_pages.clearance.enums import ReviewStage
from disclosure_pages.clearance.models import Review
from disclosure_pages.clearance.signals import review_approved
from disclosure_pages.tree.signals import content_moved, content_published, content_withdrawn

from .domain.index_numbers import void_index_number
from .domain.recording import record_publication, record_withdrawal, void_record
from .domain.registering import register_content, void_registrations
from .models import LegalRecord, PolicyDocument


@receiver(content_published)
def write_record(page: Page, **kwargs: Any) -> None:
    """What was published is written down in law."""
    if isinstance(page, PolicyDocument):
        record_publication(page=page)


@receiver(review_approved)
def register(review: Review, page: Page, **kwargs: Any) -> None:
    """The last stage of a normative document is the entry in the register."""
    if review.stage == ReviewStage.REGISTRATION and isinstance(page, PolicyDocument) and page.is_normative:
        register_content(page=page, review=review)


@receiver(content_withdrawn)
def hide_record(page: Page, **kwargs: Any) -> None:
    """A withdrawn text is shown in no list; its force stays what it is."""
    document = page.specific
    if isinstance(document, PolicyDocument):
        record_withdrawal(page=document)


@receiver(pre_delete, sender=PolicyDocument)
def void_what_is_deleted(instance: PolicyDocument, **kwargs: Any) -> None:
    """A deleted document's record and numbers stay on record as void."""
    reason = _("The document was deleted.")
    void_index_number(page=instance, reason=reason)
    void_registrations(page=instance, reason=reason)
    record = LegalRecord.objects.filter(page=instance).first()
    if record is not None:
        void_record(record=record, reason=reason)


@receiver(content_moved)
def follow_move(page: Page, **kwargs: Any) -> None:
    """Records say which unit keeps the document now."""
    for document in PolicyDocument.objects.filter(path__startswith=page.path, legal_record__isnull=False):
        LegalRecord.objects.filter(page=document).exclude(unit=document.unit_id).update(unit=document.unit_id)
