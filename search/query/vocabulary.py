"""What is known about words when a query is read: synonyms, names of units, words of the house's dictionary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from search.text.words import Splitter, key_of

from .synonyms import Synonyms, starter_groups


@dataclass(frozen=True, slots=True)
class UnitNames:
    """A unit: ``value`` is that of the facet ``UNIT``, ``names`` every way in which it is written."""

    value: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Made once for the state of an installation; reading many queries with it costs nothing more.

    ``agencies`` are codes of document numbers (长政办发). ``units`` may hold a name twice: then it is both of them.
    """

    synonyms: Synonyms
    units: Mapping[str, tuple[UnitNames, ...]]
    agencies: frozenset[str]
    splitter: Splitter = field(repr=False)

    @classmethod
    def of(
        cls,
        *,
        synonyms: Synonyms | None = None,
        units: Iterable[UnitNames] = (),
        agencies: Iterable[str] = (),
        words: Iterable[str] = (),
    ) -> Vocabulary:
        """A vocabulary; ``words`` are others that should not be cut apart, such as names of columns and topics."""
        known = synonyms or Synonyms(starter_groups())
        by_name: dict[str, tuple[UnitNames, ...]] = {}
        for unit in units:
            for key in dict.fromkeys(map(key_of, unit.names)):
                by_name[key] = (*by_name.get(key, ()), unit)
        splitter = Splitter([*known.words, *by_name, *words])
        return cls(known, by_name, frozenset(agencies), splitter)


@cache
def starter_vocabulary() -> Vocabulary:
    """What comes with the program, knowing nothing of any installation."""
    return Vocabulary.of()
