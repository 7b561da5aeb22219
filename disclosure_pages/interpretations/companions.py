"""On a document's page: its public interpretations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils.formats import date_format

from disclosure_pages.library.companions import Companion

from .models import Interpretation

if TYPE_CHECKING:
    from disclosure_pages.documents.models import PolicyDocument
    from disclosure_pages.public.links import Links


def interpretations_of(document: PolicyDocument, links: Links) -> Iterator[Companion]:
    """Public interpretations of ``document``, the newest first, in one query."""
    if document.pk is None:
        return
    pages = Interpretation.objects.public().of_document(document).newest_first()
    for page in pages.select_related("unit", "interpreter_unit"):
        detail = f"{page.interpreter} · {date_format(page.published_on, 'Y-m-d')}"
        label = str(page.get_form_display())
        yield Companion(label=label, title=page.title, url=links.to(page.url_path), detail=detail)
