"""How much counts what, for every engine, so that their first pages agree."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from .contract import Field

FIELD_WEIGHTS: Final[Mapping[Field, float]] = {
    Field.TITLE: 8.0,
    Field.NUMBER: 6.0,
    Field.KEYWORDS: 4.0,
    Field.HEADINGS: 2.0,
    Field.BODY: 1.0,
    Field.ATTACHMENTS: 0.5,
    Field.PINYIN: 4.0,
    Field.INITIALS: 3.0,
}
#: A phrase that stands in several fields counts in the heaviest, and this part of it in the others.
OTHER_FIELDS: Final = 0.2
#: All words in the title weigh as much as this many best texts, some of them about their share squared.
TITLE: Final = 2.0
#: A preferred phrase in the title; more, the more of the title it is.
WHOLE_IN_TITLE: Final = 1.0
WHOLE_OF_TITLE: Final = 1.0
#: A preferred phrase anywhere.
WHOLE_IN_TEXT: Final = 0.6
#: A word that is looked for in numbers, found there.
NUMBER: Final = 3.0
#: What is in force on the day, or cannot be, is worth so much more than what is not.
IN_FORCE: Final = 0.8
#: What was published today is worth so much more than what is very old; ``RECENT_DAYS`` ago it is half of that.
RECENT: Final = 0.15
RECENT_DAYS: Final = 3 * 365
