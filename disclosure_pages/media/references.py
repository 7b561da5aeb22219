"""Which files a version of a page uses: by chooser, in rich text, in blocks, in attachments."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING

from wagtail.models import ReferenceIndex

from .models import DisclosureDocument, DisclosureImage

if TYPE_CHECKING:
    from disclosure_pages.tree.models import DisclosurePage

FILE_MODELS = (DisclosureDocument, DisclosureImage)


def file_references(page: DisclosurePage) -> dict[type, set[int]]:
    """Ids of the documents and images that this very version of ``page`` uses (in memory, not as last saved)."""
    found: dict[type, set[int]] = defaultdict(set)
    for content_type_id, object_id, _model_path, _content_path in ReferenceIndex._extract_references_from_object(page):
        for model in FILE_MODELS:
            if content_type_id == ReferenceIndex._get_base_content_type(model).pk:
                found[model].add(int(object_id))
    return found


def file_hashes(page: DisclosurePage) -> dict[str, str]:
    """``{"DisclosureDocument:3:title": sha256, …}`` of every file in use: part of the digest of a clearance.

    The hash is that of the bytes as they are now. What readers see of a file besides its bytes is part of the key.
    """
    hashes: dict[str, str] = {}
    for model, ids in file_references(page).items():
        for file in model.objects.filter(pk__in=ids):  # type: ignore[attr-defined]
            words = json.dumps([file.title, getattr(file, "description", ""), getattr(file, "filename", "")])
            hashes[f"{model.__name__}:{file.pk}:{words}"] = file.get_file_hash()
    return hashes
