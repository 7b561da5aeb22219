"""One home of validation for forms, API and models."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _


def validate_document(upload: Any) -> None:
    """Refuse a new upload that is too big, or that is not what its name says. Stored files are not looked at again."""
    if getattr(upload, "_committed", False):
        return
    limit = settings.WAGTAILDOCS_MAX_UPLOAD_SIZE
    if upload.size > limit:
        raise ValidationError(
            _("The file is too big (%(size)s); the most is %(limit)s."),
            code="too_big",
            params={"size": filesizeformat(upload.size), "limit": filesizeformat(limit)},
        )
    from .inspection.inspect import inspect_file  # its readers of PDF and Office files take 25 MB until they are needed

    stream = upload.file if hasattr(upload, "file") else upload
    inspect_file(upload.name, stream)
