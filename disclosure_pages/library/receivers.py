"""What follows on the library's side from what is published and from what changes in law."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from disclosure_pages.documents.models import DocumentKind, PolicyDocument, Topic
from disclosure_pages.documents.signals import force_changed
from disclosure_pages.public.cache.scope import end_on_commit
from disclosure_pages.tree.signals import content_published, content_withdrawn

from .documents.exports.store import forget
from .domain.editions import hide_withdrawn_editions, record_edition
from .rules import DOCUMENTS


@receiver(content_published)
def keep_edition(page: Any, **kwargs: Any) -> None:
    """What has become public is an edition; pages of documents that name this one are made anew."""
    if isinstance(page, PolicyDocument):
        record_edition(page=page)
        end_on_commit(DOCUMENTS)


@receiver(content_withdrawn)
def hide_editions(page: Any, **kwargs: Any) -> None:
    """What was withdrawn is shown by no edition, no file and no page that names it."""
    if isinstance(page.specific, PolicyDocument):
        hide_withdrawn_editions(page=page.specific)
        transaction.on_commit(partial(forget, page.pk))
        end_on_commit(DOCUMENTS)


@receiver(force_changed)
def force_is_shown_anew(**kwargs: Any) -> None:
    """Badges, sentences and timelines are made anew."""
    end_on_commit(DOCUMENTS)


@receiver([post_save, post_delete], sender=DocumentKind)
@receiver([post_save, post_delete], sender=Topic)
def list_is_shown_anew(**kwargs: Any) -> None:
    """Names of kinds and topics stand on pages of documents, and the library is narrowed by them."""
    end_on_commit(DOCUMENTS)
