"""Titles of columns: numbering is presentation, identity is what remains."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

MAX_TITLE_LENGTH = 100
#: Between the titles of a path, wherever people read or type one.
SEPARATOR = " > "

_CHINESE_NUMERAL = "[一二三四五六七八九十百〇零]{1,5}"
_STOP = r"[.．。、,，:：]"
# A stop after digits must not be a decimal point ("3.15专栏"), unless a year follows ("1.2020年预算").
_NUMBERING = re.compile(
    rf"""\s*(?:
        [（(\[【]\s*(?:[0-9０-９]{{1,3}}|{_CHINESE_NUMERAL})\s*[）)\]】]{_STOP}?
      | [0-9０-９]{{1,3}}\s*(?:{_STOP}(?![0-9０-９])|{_STOP}(?=(?:19|20)[0-9]{{2}}年)|[）)])
      | (?:[0-9０-９]{{1,3}}[.．]){{1,3}}[0-9０-９]{{1,3}}(?:[.．、](?![0-9])|[\s\u3000]+)
      | {_CHINESE_NUMERAL}\s*{_STOP}
      | [\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3220-\u3229\u3280-\u3289]{_STOP}?
      | [\u2160-\u217b]\s*{_STOP}
    )\s*""",
    re.VERBOSE,
)
_ENCLOSED = re.compile(r"[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3220-\u3229\u3280-\u3289]")
_ORDINAL = re.compile(rf"{_CHINESE_NUMERAL}\Z")


@dataclass(frozen=True, slots=True)
class Title:
    """A title as shown, the numbering in front of it, and the key that decides whether two titles are the same."""

    text: str
    numbering: str

    @property
    def key(self) -> str:
        return identity(self.text)


def identity(text: str) -> str:
    """What makes two names the same: compatibility forms folded (NFKC), white space gone, letter case kept."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def key_of_path(titles: Iterable[str]) -> tuple[str, ...]:
    """Identity of a column within its district."""
    return tuple(identity(title) for title in titles)


def clean(text: str) -> str:
    """Text of a cell on one line: breaks between Chinese characters vanish, other white space becomes one space."""
    text = unicodedata.normalize("NFC", text).replace("\u200b", "").replace("\ufeff", "")
    return re.sub(r"(?<=[^\x00-\x7f]) ?[\r\n\v]+ ?(?=[^\x00-\x7f])", "", text.strip()).replace("\u3000", " ").strip()


def split_title(text: str) -> Title:
    """Separate the numbering of a title from the title.

    The numbering is kept in one form (half-width, except enclosed characters such as ``①``), so that typing it in
    full width changes nothing. ``12345热线``, ``3.15专栏`` and ``2020年`` have no numbering.
    """
    text = " ".join(clean(text).split())
    match = _NUMBERING.match(text)
    if not match:
        return Title(text=text, numbering="")
    return Title(text=text[match.end() :].strip(), numbering=_normal_numbering(match.group().strip()))


def numbering_of_ordinal(text: str) -> str:
    """Numbering of a first-level title from its 序号 cell: ``一`` gives ``一、``, a running number of rows nothing."""
    ordinal = identity(text).rstrip("、.,")
    return f"{ordinal}、" if _ORDINAL.match(ordinal) else ""


def _normal_numbering(text: str) -> str:
    return text if _ENCLOSED.match(text) else identity(text)
