"""Index numbers (索引号): ``prefix/year-serial``, the prefix a unit's code or its unified social credit code."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .credit_code import is_credit_code
from .folding import compact

_FORM = re.compile(r"(?P<prefix>[A-Za-z0-9][A-Za-z0-9-]{1,31})/(?P<year>(?:19|20)[0-9]{2})-(?P<serial>[0-9]{5,7})")


@dataclass(frozen=True, slots=True)
class IndexNumberForm:
    """An index number taken apart; ``str()`` prints it with five digits, or more once a year has that many."""

    prefix: str
    year: int
    serial: int

    def __str__(self) -> str:
        return f"{self.prefix}/{self.year}-{self.serial:05d}"

    @property
    def has_credit_code(self) -> bool:
        """Whether the prefix is a unified social credit code and no unit code."""
        return is_credit_code(self.prefix)


def parse_index_number(text: str) -> IndexNumberForm | None:
    """The index number that the whole of ``text`` is, in any width and spacing; ``None`` for other portals' forms."""
    match = _FORM.fullmatch(compact(text).replace(" ", ""))
    if match is None or int(match["serial"]) == 0:
        return None
    return IndexNumberForm(prefix=match["prefix"], year=int(match["year"]), serial=int(match["serial"]))
