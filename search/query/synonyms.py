"""Words that find each other; the starter list is data, administrators add theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from search.text.words import key_of

_STARTER = Path(__file__).parent / "data" / "synonyms.txt"
#: Of one word; a longer list costs more than it finds.
MAX_SYNONYMS = 12


class BadSynonyms(ValueError):
    """A line that is no group of synonyms; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class SynonymGroup:
    """``words`` find each other, and each of them finds ``also``, which does not find them."""

    words: tuple[str, ...]
    also: tuple[str, ...] = ()


class Synonyms:
    """Word → words that find the same, by their keys, so that width, case and traditional characters do not matter."""

    def __init__(self, groups: Iterable[SynonymGroup] = ()) -> None:
        found: dict[str, dict[str, str]] = {}
        for group in groups:
            for word in group.words:
                others = found.setdefault(key_of(word), {})
                others |= {key_of(other): other for other in (*group.words, *group.also)}
        self._found: Mapping[str, tuple[str, ...]] = MappingProxyType(
            {key: tuple(other for name, other in others.items() if name != key) for key, others in found.items()}
        )

    @property
    def words(self) -> frozenset[str]:
        """Every word that has synonyms, as its key."""
        return frozenset(self._found)

    def of(self, word: str) -> tuple[str, ...]:
        """Synonyms of ``word``, a text or a key."""
        return self._found.get(key_of(word), ())[:MAX_SYNONYMS]


def parse_group(line: str) -> SynonymGroup:
    """“低保 = 最低生活保障”, “上学 > 入学, 就读”, or both; raises :class:`BadSynonyms`."""
    left, arrow, right = line.partition(">")
    words = tuple(word.strip() for word in left.split("="))
    also = tuple(word.strip() for word in right.replace("，", ",").split(",")) if arrow else ()
    if not all(map(key_of, (*words, *also))):
        raise BadSynonyms(f"“{line.strip()}”: between “=”, “>” and “,” there has to be a word.")
    if len(words) + len(also) < 2:
        raise BadSynonyms(f"“{line.strip()}”: one word alone has no synonym; write “低保 = 最低生活保障”.")
    return SynonymGroup(words, also)


@cache
def starter_groups() -> tuple[SynonymGroup, ...]:
    """The list that comes with the program: everyday words, and the words of official documents for them."""
    return tuple(map(parse_group, _lines(_STARTER)))


def _lines(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line
