"""Logos and banners: whatever is uploaded is drawn anew as WebP, so that nothing but pixels reaches readers."""

from __future__ import annotations

import io
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError

from .rules import MOST_BYTES, MOST_PIXELS

_FORMATS = ("PNG", "JPEG", "WEBP")


def drawn_anew(file: Any, *, width: int, height: int, name: str) -> ContentFile:
    """The picture in ``file``, at most ``width`` × ``height`` pixels. Raises ``ValidationError`` for anything else."""
    if file.size > MOST_BYTES:
        raise ValidationError(_("The picture is larger than %(number)d MB.") % {"number": MOST_BYTES // 1024**2})
    try:
        with Image.open(file, formats=_FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise ValidationError(_("The picture has too many pixels."))
            picture.thumbnail((width, height))
            drawn, buffer = picture.convert("RGBA"), io.BytesIO()
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise ValidationError(_("This is no PNG, JPEG or WebP picture that can be read.")) from error
    drawn.save(buffer, "WEBP", quality=90, method=6)
    return ContentFile(buffer.getvalue(), name=f"{name}.webp")
