"""Control characters have no place in files: Word refuses them, and in a PDF they hide the text from readers of it."""

from __future__ import annotations

import re

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_REFERENCE = re.compile(r"&#(?:x0*([0-9a-f]{1,6})(?![0-9a-f])|0*([0-9]{1,7})(?![0-9]));?", re.IGNORECASE)


def writable(text: str) -> str:
    """``text`` without control characters; tabs and line breaks stay."""
    return _CONTROL.sub("", text)


def writable_html(html: str) -> str:
    """The same for HTML, in which they may be written as references."""
    return _REFERENCE.sub(lambda match: "" if _is_control(match) else match[0], writable(html))


def _is_control(match: re.Match[str]) -> bool:
    value = int(match[1], 16) if match[1] else int(match[2])
    return value > 0x10FFFF or bool(_CONTROL.match(chr(value)))
