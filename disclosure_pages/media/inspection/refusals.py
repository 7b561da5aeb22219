"""Why a file is refused: one exception with a code, and the sentences."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

REASONS = {
    "kind": _("Files of this kind are not accepted. Accepted: %(accepted)s."),
    "empty": _("The file is empty."),
    "disguised": _("The name says “%(extension)s”, but the content is something else (%(found)s)."),
    "damaged": _("The file cannot be read: it is damaged or incomplete."),
    "encrypted": _("The file is encrypted, so nobody can check what it holds. Remove the protection and try again."),
    "macro": _("The file holds macros. Save it without macros and try again."),
    "script": _("The file holds scripts or actions that run on the reader's machine (%(found)s)."),
    "external": _("The file loads parts from elsewhere (%(found)s). Save it with everything inside and try again."),
    "bomb": _("Unpacked, the file is too big (more than %(limit)s)."),
    "entries": _("The archive holds too many files (more than %(limit)s)."),
    "path": _("The archive holds a file with an unsafe path (%(found)s)."),
    "member": _("The archive holds a file that is refused: %(found)s: %(reason)s"),
    "pixels": _("The picture has too many pixels."),
}


class FileRefused(ValidationError):
    """The content of an upload is not acceptable; ``code`` is a key of ``REASONS``."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(REASONS[code], code=code, params=params)


class WrongContent(Exception):
    """The bytes are not of the kind that the name claims; the caller knows both and says so.

    Its text, where there is one, names the kind that whoever looked inside found: all Office files begin alike.
    """
