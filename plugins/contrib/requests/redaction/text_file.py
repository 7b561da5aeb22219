"""Plain text: read in the encodings that offices use, written as UTF-8."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.utils.translation import gettext as _

from .kinds import UTF_16
from .marks import Place, block, merged
from .refusals import RedactionRefused

_ENCODINGS = ("utf-8-sig", "gb18030")


def read_text(content: bytes) -> str:
    """Raises :class:`RedactionRefused` for what is no text."""
    for encoding in ["utf-16"] if content.startswith(UTF_16) else _ENCODINGS:
        try:
            return content.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError:
            continue
    raise RedactionRefused(_("This text is in an encoding that cannot be read. Save it as UTF-8."))


def redact_text(content: bytes, locate: Callable[[str], list[Place]], reasons: Sequence[str]) -> bytes:
    """A new text; what stood between the places is copied letter by letter."""
    text = read_text(content)
    parts, at = [], 0
    for start, end, reason in merged(locate(text)):
        parts += [text[at:start], block(reason, reasons)]
        at = end
    return "".join([*parts, text[at:]]).encode()
