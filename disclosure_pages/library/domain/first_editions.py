"""First editions of documents that were public before editions were kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.library.rules import DOCUMENTS
from disclosure_pages.public.cache.scope import end_on_commit

from .editions import record_edition

if TYPE_CHECKING:
    from cms.tenancy.models import District
    from disclosure_pages.library.models import Edition


def documents_without_edition(*, district: District | None = None) -> Any:
    """Public documents of which no edition was written down, of one district or of all."""
    documents = PolicyDocument.objects.public().filter(editions=None)
    return (documents.of_district(district) if district is not None else documents).order_by("pk")


def record_first_editions(*, district: District | None = None) -> Iterator[Edition]:
    """Write the text that is public now down as the first edition of each document that has none.

    A transaction for each, so that an interruption loses nothing; what has an edition is left alone.
    """
    for key in list(documents_without_edition(district=district).values_list("pk", flat=True)):
        edition = _record_first_edition(key)
        if edition is not None:
            yield edition


@transaction.atomic
def _record_first_edition(key: int) -> Edition | None:
    Page.objects.select_for_update().filter(pk=key).values_list("pk", flat=True).first()  # as reviews do
    page = documents_without_edition().filter(pk=key).first()
    if page is None:  # published, withdrawn or deleted meanwhile
        return None
    end_on_commit(DOCUMENTS)
    return record_edition(page=page, published_at=page.last_published_at or timezone.now())
