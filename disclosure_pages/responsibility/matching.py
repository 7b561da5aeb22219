"""Which column of the table is which column of the database. Pure: no database, only rows in and pairs out.

A column of the table is, in this order: the column of that title at the same place; the column that the last applied
table knew at this place, renamed or moved behind our back; the column that a person says was renamed; the one column
elsewhere whose place is gone, with the same title and units, which moved. Otherwise it is new.
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from .demand import WantedColumn
from .state import ColumnState, TreeState
from .table import PathKey
from .titles import SEPARATOR, identity

# A column and what hangs below it: titles relative to the column, and the units there.
Signature = frozenset[tuple[PathKey, frozenset[str]]]


@dataclass(frozen=True, slots=True)
class Rename:
    """A column whose title may have changed: titles from the first level down, before and after."""

    old: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def label(self) -> str:
        """How a person confirms it: ``old=new``, each a full path."""
        return f"{SEPARATOR.join(self.old)}={SEPARATOR.join(self.new)}"

    def is_meant_by(self, confirmed: str) -> bool:
        """Whether ``OLD=NEW`` names this rename, by full paths or by the two titles alone."""
        wanted = identity(confirmed)
        return wanted in (identity(self.label), identity(f"{self.old[-1]}={self.new[-1]}"))


@dataclass
class Matching:
    """Pairs found (key of the wanted column → page), renames that wait for a person, confirmations that fit nothing."""

    pairs: dict[PathKey, int] = field(default_factory=dict)
    proposals: list[Rename] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)


def match_columns(
    *,
    wanted: Sequence[WantedColumn],
    state: TreeState,
    known: Mapping[PathKey, uuid.UUID],
    confirmed: Iterable[str] = (),
) -> Matching:
    """Match all columns top-down; ``known`` is what the last applied table called the columns."""
    matcher = _Matcher(wanted=wanted, state=state, known=known, confirmed=list(confirmed))
    for column in wanted:
        matcher.match(column)
    return matcher.result()


@dataclass
class _Matcher:
    wanted: Sequence[WantedColumn]
    state: TreeState
    known: Mapping[PathKey, uuid.UUID]
    confirmed: list[str]
    pairs: dict[PathKey, int] = field(default_factory=dict)
    proposals: list[tuple[int, Rename]] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    used: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.wanted_keys = {column.key for column in self.wanted}
        self.keys = {page: self.state.key_of(page) for page in self.state.columns}
        self.by_id = {column.column_id: column for column in self.state.columns.values()}
        self.left = {
            page
            for page, key in self.keys.items()
            if key not in self.wanted_keys and self.state.columns[page].retired_on is None
        }
        self.arrived = Counter(column.key[-1] for column in self.wanted if column.key not in set(self.keys.values()))
        self.wanted_signatures = _wanted_signatures(self.wanted)

    def match(self, column: WantedColumn) -> None:
        parent = self.state.home if not column.parent else self.pairs.get(column.parent)
        below = self.state.columns_below.get(parent, []) if parent else []
        siblings = sorted(filter(self._is_free, below), key=lambda child: child.retired_on is not None)
        found = (
            next((child for child in siblings if child.title_key == column.key[-1]), None)
            or self._known(column)
            or self._renamed(column, siblings)
            or self._moved(column)
        )
        if found is not None:
            self.pairs[column.key] = found.page
            self.taken.add(found.page)

    def result(self) -> Matching:
        proposals = [rename for page, rename in self.proposals if page not in self.taken]
        unused = [label for label in self.confirmed if label not in self.used]
        return Matching(pairs=self.pairs, proposals=proposals, unused=unused)

    def _is_free(self, child: ColumnState) -> bool:
        return child.page not in self.taken

    def _known(self, column: WantedColumn) -> ColumnState | None:
        """The column that the last table had here, unless another place of the table now claims its title."""
        known = self.by_id.get(self.known.get(column.key, uuid.UUID(int=0)))
        if known is None or not self._is_free(known) or self.keys[known.page] in self.wanted_keys:
            return None
        return known

    def _renamed(self, column: WantedColumn, siblings: list[ColumnState]) -> ColumnState | None:
        left = [child for child in siblings if child.page in self.left]
        for child in left:
            rename = Rename(old=self.state.titles_of(child.page), new=column.path)
            for label in self.confirmed:
                if rename.is_meant_by(label):
                    self.used.add(label)
                    return child
        for child in left:
            if child.position == column.position and self._signature(child) == self.wanted_signatures[column.key]:
                self.proposals.append((child.page, Rename(old=self.state.titles_of(child.page), new=column.path)))
        return None

    def _moved(self, column: WantedColumn) -> ColumnState | None:
        if self.arrived[column.key[-1]] != 1:
            return None
        candidates = [
            state
            for page in self.left
            if (state := self.state.columns[page]).title_key == column.key[-1] and self._is_free(state)
        ]
        if len(candidates) != 1 or self._signature(candidates[0]) != self.wanted_signatures[column.key]:
            return None
        return candidates[0]

    def _signature(self, column: ColumnState) -> Signature:
        return frozenset(self._below(column, ()))

    def _below(self, column: ColumnState, relative: PathKey) -> Iterable[tuple[PathKey, frozenset[str]]]:
        sections = self.state.sections_below[column.page]
        yield relative, frozenset(section.unit for section in sections if section.closed_on is None)
        for child in self.state.columns_below[column.page]:
            if child.retired_on is None:
                yield from self._below(child, (*relative, child.title_key))


def _wanted_signatures(wanted: Sequence[WantedColumn]) -> dict[PathKey, Signature]:
    found: dict[PathKey, set[tuple[PathKey, frozenset[str]]]] = {column.key: set() for column in wanted}
    for column in wanted:
        for depth in range(1, len(column.key) + 1):
            found[column.key[:depth]].add((column.key[depth:], column.units))
    return {key: frozenset(rows) for key, rows in found.items()}
