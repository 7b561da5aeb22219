"""Which texts of searches are kept: none that are long, and none that look as if they named a person."""

from __future__ import annotations

import re
import unicodedata

from disclosure_pages.clearance.personal_data.numbers import find_numbers
from search.text.folding import fold

LONGEST = 60
_DAY = re.compile(r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}(?!\d)")
#: Numbers of telephones, cards and persons, also those that are mistyped; blanks and hyphens may divide them.
_LONG_NUMBER = re.compile(r"\d(?:[ \-–—]?\d){6}")


def kept_text(text: str) -> str:
    """``text`` as it is counted, in one spelling; empty if it is counted without being kept."""
    folded = " ".join(fold(text).split())
    return "" if len(folded) > LONGEST or looks_personal(text) else folded


def looks_personal(text: str) -> bool:
    """Whether ``text`` holds an address of mail, a number of a person, or any number that is long enough for one."""
    plain = unicodedata.normalize("NFKC", text)
    spelled = _DAY.sub(" ", plain)
    return "@" in plain or bool(_LONG_NUMBER.search(spelled)) or any(find_numbers(plain.upper()))
