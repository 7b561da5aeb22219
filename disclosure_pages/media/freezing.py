"""What public content uses does not change: clearance was given for these bytes under this title."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db.models import PROTECT
from django.utils.translation import gettext_lazy as _

from .models import DisclosureDocument, DisclosureImage, PublishedFile

FROZEN_MESSAGE = _("This file is used by public content and cannot be changed. Upload the new version as a new file.")
FROZEN_FIELDS: dict[type, tuple[str, ...]] = {
    DisclosureDocument: ("file", "title", "original_name"),
    DisclosureImage: (
        "file",
        "title",
        "description",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    ),
}


def is_frozen(file: DisclosureDocument | DisclosureImage) -> bool:
    """Whether public content uses ``file``."""
    return bool(file.pk) and PublishedFile.objects.of(file).exists()


def is_needed(file: DisclosureDocument | DisclosureImage) -> bool:
    """Whether something would break without ``file``: public content, or a row that protects it (an attachment)."""
    protecting = (
        relation
        for relation in type(file)._meta.related_objects
        if relation.on_delete is PROTECT and relation.related_model is not None
    )
    return is_frozen(file) or any(
        relation.related_model._base_manager.filter(**{relation.field.name: file}).exists() for relation in protecting
    )


def changed_frozen_fields(file: Any, *, written: Collection[str] | None = None) -> list[str]:
    """Frozen fields of ``file`` that differ from the database and are about to be written (``None``: all)."""
    names = [name for name in FROZEN_FIELDS[type(file)] if written is None or name in written]
    if not names or not is_frozen(file):
        return []
    before = type(file).objects.filter(pk=file.pk).values(*names).first() or {}
    return [name for name in names if before.get(name) != _value(file, name)]


def _value(file: Any, name: str) -> Any:
    value = getattr(file, name)
    if name != "file":
        return value
    return value.name if value._committed else object()
