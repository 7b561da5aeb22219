"""What is known about words when a query is read: synonyms, names of units, words of the house's dictionary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import chain

from search.text.folding import is_han
from search.text.nearness import Spoken
from search.text.pinyin import syllables
from search.text.words import Splitter, Word, key_of

from .synonyms import Synonyms, starter_groups

#: Two initials are those of far too many words.
_FEWEST_INITIALS = 3


@dataclass(frozen=True, slots=True)
class UnitNames:
    """A unit: ``value`` is that of the facet ``UNIT``, ``names`` every way in which it is written."""

    value: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Vocabulary:
    """Made once for the state of an installation; reading many queries with it costs nothing more.

    ``agencies`` are codes of document numbers (长政办发). ``units`` may hold a name twice: then it is both of them.
    """

    synonyms: Synonyms
    units: Mapping[str, tuple[UnitNames, ...]]
    agencies: frozenset[str]
    splitter: Splitter = field(repr=False)

    @cached_property
    def spoken_words(self) -> Mapping[int, tuple[Spoken, ...]]:
        """Chinese words that are not cut apart, as they are spoken, by their length."""
        found: dict[int, list[Spoken]] = defaultdict(list)
        for word in sorted(self.splitter.words):
            if all(map(is_han, word)):
                found[len(word)].append(Spoken(tuple(word), syllables(word)))
        return {length: tuple(words) for length, words in found.items()}

    @cached_property
    def words_in_letters(self) -> Mapping[str, tuple[Word, ...]]:
        """The same words by the letters in which they are typed: all of their pinyin, or the initials."""
        found: dict[str, list[Word]] = defaultdict(list)
        for word in chain.from_iterable(self.spoken_words.values()):
            found["".join(word.syllables)].append(tuple(word.tokens))
            if len(word.tokens) >= _FEWEST_INITIALS:
                found["".join(syllable[0] for syllable in word.syllables)].append(tuple(word.tokens))
        return {letters: tuple(words) for letters, words in found.items()}

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
