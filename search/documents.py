"""What an engine is given: one document of the public index, whole, with nothing left to look up.

Only public content becomes a ``SearchDocument``; who may read it is decided where it is made, never by an engine.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of prose under the nearest ``heading`` above it; phrases do not reach from one piece into the next."""

    text: str
    heading: str = ""


@dataclass(frozen=True, slots=True)
class AttachmentText:
    """What an attachment is called and says; empty passages: nothing could be read of it."""

    name: str
    url: str
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class ForceSpan:
    """One legal force of the document, from day to day, both inclusive (Asia/Shanghai)."""

    force: str
    is_in_force: bool
    starts_on: dt.date
    ends_on: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchDocument:
    """One public page as it is searched.

    ``key`` is the page's id. ``version`` grows with every change of anything below, so that a late delivery of an older
    state is recognised. ``url`` is the page's ``url_path`` in the tree: a district may answer under several hosts, so
    whoever shows a hit makes its address. ``columns``, ``topics`` and ``kinds`` lead from the broadest to the
    narrowest; facets count each level, by values that ``building/README.md`` explains. ``number_key`` and
    ``index_number`` are normalised, ``keywords`` are words that stand for the document without standing in it, such as
    the names and aliases of its units. Days are days in Asia/Shanghai.
    """

    key: int
    version: int
    url: str
    page_type: str
    title: str
    district: str
    unit: str
    columns: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    attribute: str = ""
    number: str = ""
    number_key: str = ""
    index_number: str = ""
    issuers: tuple[str, ...] = ()
    published_on: dt.date | None = None
    formed_on: dt.date | None = None
    keywords: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    attachments: tuple[AttachmentText, ...] = ()
    force: tuple[ForceSpan, ...] = ()
    #: Pages shown beside a hit: what this document is interpreted by, or what this interpretation is about.
    companions: tuple[int, ...] = field(default=())
    #: Facets that rooms above add, with a value each: ``("sample.where", "社区广场")``.
    added: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Tombstone:
    """The page ``key`` is not public any more, as of ``version``; a late delivery of a lower one must not revive it."""

    key: int
    version: int
