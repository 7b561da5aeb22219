"""Small rules of the room, without a database."""

from __future__ import annotations

import datetime as dt

from cms.people.enums import Role
from disclosure_pages.documents.numbers.folding import compact

#: Words concern every district; whoever keeps them sees how they are asked for.
WORD_ROLES = frozenset({Role.OPERATOR, Role.SYSTEM_ADMINISTRATOR})
COUNTS_READ_EVERYWHERE = WORD_ROLES | {Role.AUDIT_ADMINISTRATOR}
COUNTS_READ_IN_DISTRICT = frozenset({Role.DISCLOSURE_OFFICE, Role.CITY_AUDITOR})
#: Generation (see ``public.cache``) that ends with every change of words, best bets or denied suggestions.
WORDS = "search-words"

FIRST_DELAY = dt.timedelta(seconds=1)


def retry_delay(attempts: int, *, longest: dt.timedelta) -> dt.timedelta:
    """How long to wait after ``attempts`` failures: twice as long each time, never longer than ``longest``."""
    return min(FIRST_DELAY * 2 ** min(attempts - 1, 20), longest)


def index_number_key(text: str) -> str:
    """What spellings of one index number have in common: width, case, dashes and white space make no difference."""
    return compact(text).replace(" ", "").casefold()
