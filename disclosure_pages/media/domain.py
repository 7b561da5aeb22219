"""Acts on files."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from disclosure_pages.tree.models import DisclosurePage

from .models import DisclosureDocument, DisclosureImage, PublishedFile, ReviewedFile
from .references import file_references


@transaction.atomic
def record_published_files(*, page: DisclosurePage) -> None:
    """Write down which bytes of which files are public with the version of ``page`` that is being published."""
    PublishedFile.objects.filter(page_id=page.pk).delete()
    found = file_references(page)
    rows = [
        PublishedFile(page_id=page.pk, document=document, file_hash=document.get_file_hash())
        for document in DisclosureDocument.objects.filter(pk__in=found[DisclosureDocument])
    ]
    rows += [
        PublishedFile(page_id=page.pk, image=image, file_hash=image.get_file_hash())
        for image in DisclosureImage.objects.filter(pk__in=found[DisclosureImage])
    ]
    PublishedFile.objects.bulk_create(rows)


@transaction.atomic
def record_reviewed_files(*, page: DisclosurePage) -> None:
    """Let those to whose review this very version of ``page`` comes open its files; earlier ones stay open."""
    found = file_references(page)
    models: dict[str, Any] = {"document": DisclosureDocument, "image": DisclosureImage}
    rows = [
        ReviewedFile(page_id=page.pk, **{f"{name}_id": key})
        for name, model in models.items()
        for key in model.objects.filter(pk__in=found[model]).values_list("pk", flat=True)
    ]
    ReviewedFile.objects.bulk_create(rows, ignore_conflicts=True)
