"""What a cell may hold: text that no spreadsheet takes for a formula, on the way out and back."""

from __future__ import annotations

import datetime as dt
import re

# A spreadsheet evaluates a cell that starts with one of these, their full-width forms included (OWASP, CSV injection).
_FORMULA_START = re.compile(r"\A[=+\-@\t\r＝＋－＠]")
_NEUTRALISED = re.compile(r"\A'(?=[=+\-@\t\r＝＋－＠])")
# XML 1.0, and so XLSX, has no place for these.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

YES, NO = "是", "否"


def neutralise(text: str) -> str:
    """Return ``text`` so that a spreadsheet shows it instead of computing it: an apostrophe goes before a formula."""
    text = _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)
    return f"'{text}" if _FORMULA_START.match(text) else text


def restore(text: str) -> str:
    """Undo :func:`neutralise`, so that what was exported can be imported unchanged."""
    return _NEUTRALISED.sub("", text)


def cell_text(value: object) -> str:
    """Text of a cell as a person reads it: whole numbers without a point, days as YYYY-MM-DD, no space around."""
    match value:
        case None:
            return ""
        case bool():
            return YES if value else NO
        case float() if value.is_integer():
            return str(int(value))
        case dt.datetime():
            return value.date().isoformat()
        case dt.date():
            return value.isoformat()
    return restore(str(value).strip())
