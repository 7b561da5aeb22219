"""What every engine does, in the same words and with the same answers; ``tests/search/contract`` holds them to it.

An engine gets tokens, not text: ``search.text`` has cut, folded and expanded everything before. So two engines agree on
the set of hits by construction, and none needs an analysis plug-in.
"""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from search.documents import SearchDocument, Tombstone


class EngineAway(Exception):
    """The engine cannot be reached, or is not ready; nothing is wrong with the question."""


class Field(enum.StrEnum):
    """Where a phrase may stand, from the heaviest to the lightest."""

    TITLE = "title"
    NUMBER = "number"
    KEYWORDS = "keywords"
    HEADINGS = "headings"
    BODY = "body"
    ATTACHMENTS = "attachments"
    PINYIN = "pinyin"  # of the title, a token a syllable
    INITIALS = "initials"  # of the title's syllables, a token a letter


#: Where words are looked for when the reader names no field. Pinyin is looked for in its own fields only.
PROSE = frozenset({Field.TITLE, Field.NUMBER, Field.KEYWORDS, Field.HEADINGS, Field.BODY, Field.ATTACHMENTS})


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens that stand next to each other in one of ``fields``; ``weight`` scales its part of the score."""

    tokens: tuple[str, ...]
    fields: frozenset[Field] = PROSE
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class AnyOf:
    """A word with its synonyms and spellings: one of ``phrases`` stands in the document."""

    phrases: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What the documents must hold. ``least`` words of ``words`` are enough; the set of hits follows from these three.

    ``preferred`` phrases change the order only: the whole query as one phrase stands there.
    """

    words: tuple[AnyOf, ...] = ()
    without: tuple[AnyOf, ...] = ()
    least: int | None = None  # None: all of them
    preferred: tuple[Phrase, ...] = ()


class Sort(enum.StrEnum):
    """Orders of the hits; ties end with the key, so that every order is total."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"
    NUMBER = "number"


class FacetName(enum.StrEnum):
    """What hits are counted by; ``COLUMN``, ``KIND`` and ``TOPIC`` count every level of their path."""

    DISTRICT = "district"
    UNIT = "unit"
    COLUMN = "column"
    TOPIC = "topic"
    KIND = "kind"
    YEAR = "year"
    FORCE = "force"
    ATTRIBUTE = "attribute"
    TYPE = "type"


class AddedFacet(str):
    """A facet that a room above the search adds, as ``sample.where``; engines take it as any other.

    An index that was made before there were such facets takes their values after it is built anew.
    """

    __slots__ = ()

    @property
    def value(self) -> str:
        """As of :class:`FacetName`."""
        return str(self)


AnyFacet = FacetName | AddedFacet


def facet_named(name: str) -> AnyFacet:
    """The facet that is written as ``name``."""
    return FacetName(name) if name in _FACET_NAMES else AddedFacet(name)


_FACET_NAMES = frozenset(map(str, FacetName))


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRequest:
    """One question to an engine.

    ``filters``: facet → accepted values; values of one facet are alternatives. ``on`` is the day for legal force: the
    facet ``FORCE`` counts and filters by the force on that day, and with ``only_in_force`` a document with spans must
    be in force then, while one without spans (an article, say) always stays. ``best`` are keys to show first, wherever
    they are hits. ``lifted``: page type → what it adds to the worth of a hit's legal force and age, unless the hit is
    not in force.
    ``cursor`` is what an earlier answer gave as ``next_cursor``; it excludes ``offset``.
    """

    question: Question
    on: dt.date
    filters: Mapping[AnyFacet, frozenset[str]] = field(default_factory=dict)
    only_in_force: bool = False
    published_from: dt.date | None = None
    published_to: dt.date | None = None
    number_key: str = ""
    index_number: str = ""
    sort: Sort = Sort.RELEVANCE
    best: tuple[int, ...] = ()
    lifted: Mapping[str, float] = field(default_factory=dict)
    size: int = 20
    offset: int = 0
    cursor: str = ""
    facets: frozenset[AnyFacet] = frozenset()


@dataclass(frozen=True, slots=True)
class FoundAttachment:
    """An attachment in which a word of the question stands."""

    name: str
    url: str
    passages: tuple[tuple[str, str], ...]  # (heading, text) that hold a word, in the order of the file


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that was found, with the texts that highlights are cut from; ``force`` is that on the day asked."""

    key: int
    version: int
    url: str
    page_type: str
    title: str
    number: str
    district: str
    unit: str
    columns: tuple[str, ...]
    published_on: dt.date | None
    force: str
    is_in_force: bool | None
    passages: tuple[tuple[str, str], ...]  # (heading, text), those that hold a word before the others
    attachments: tuple[FoundAttachment, ...]
    companions: tuple[int, ...]
    score: float


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """Hits in order. ``facets`` are complete: facet → value → documents, leaving out the facet's own filter.

    ``total`` counts all hits; when counting would take too long it counts at least so many and ``is_bounded`` says so.
    """

    hits: tuple[Hit, ...]
    total: int
    facets: Mapping[AnyFacet, Mapping[str, int]]
    next_cursor: str = ""
    is_bounded: bool = False


@dataclass(frozen=True, slots=True)
class Failure:
    """One document that the engine did not take, and its reason."""

    key: int
    reason: str


@dataclass(frozen=True, slots=True)
class IndexState:
    """One index of the engine: ``name`` is unique, the one that answers is ``is_serving``."""

    name: str
    is_serving: bool
    documents: int
    created_at: dt.datetime


@dataclass(frozen=True, slots=True)
class Capabilities:
    """Differences between engines that a reader or an operator may notice; shown in the admin."""

    name: str
    exact_totals_up_to: int
    keeps_former_index: bool
    is_shared_by_processes: bool
    notes: tuple[str, ...] = ()


class Prepared(NamedTuple):
    """Changes as an engine writes them, and those of which it can make nothing. It can be sent to another process."""

    entries: list[Any]
    failures: list[Failure]


class NewIndex(Protocol):
    """An index that is being built beside the one that answers."""

    @property
    def name(self) -> str: ...

    @property
    def prepare(self) -> Callable[[Iterable[SearchDocument]], Prepared]:
        """The first half of loading, which needs no index: a function of a module, so that other processes find it."""

    def load(self, prepared: Prepared) -> list[Failure]:
        """The second half: write in bulk.

        A build that was killed goes on, so some may be there: the higher version stays. They may still be on their way
        when this returns; the next call, and the end of the block, wait for them. So failures, besides those of
        ``prepared``, may be told by the next call: ``apply(())`` tells all there are.
        """

    def apply(self, changes: Iterable[SearchDocument | Tombstone]) -> list[Failure]:
        """What has changed since the build began, as :meth:`Engine.apply` takes it: nothing withdrawn is revived."""


class Engine(Protocol):
    """A place where documents are found.

    Every method raises :class:`EngineAway` when it cannot be reached, and those that need an index that answers
    (``search``, ``complete``, ``apply``, ``versions``) also before the first ``swap``.
    """

    capabilities: Capabilities

    def search(self, request: SearchRequest) -> SearchAnswer: ...

    def complete(self, tokens: Sequence[str], *, district: str = "", limit: int = 10) -> list[str]:
        """Titles that hold ``tokens`` as a phrase of which the last token may be cut short; best first."""

    def apply(self, changes: Iterable[SearchDocument | Tombstone]) -> list[Failure]:
        """Write changes, whose order does not matter: of two versions the higher stays, also after a tombstone."""

    def versions(self) -> Iterable[tuple[int, int]]:
        """(key, version) of every living document, ordered by key."""

    def new_index(self, name: str) -> AbstractContextManager[NewIndex]:
        """Begin, or go on with, an index called ``name``; it answers nothing before ``swap``."""

    def swap(self, name: str) -> None:
        """From now on ``name`` answers; the former index is kept until the next swap."""

    def roll_back(self) -> str:
        """Let the former index answer again; its name. Raises ``LookupError`` when there is none.

        What changed since is delivered to it afterwards: whoever delivers knows how far each index is by its name.
        """

    def indexes(self) -> list[IndexState]:
        """Every index, the newest first."""

    def drop(self, name: str) -> None:
        """Forget an index that does not answer."""
