"""The chain of documents: which one came before this, and which one after it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from disclosure_pages.documents.force.enums import RelationKind

from .related import Related

#: Relations along which a document follows another, the closest first.
CHAIN = (
    RelationKind.REPLACES,
    RelationKind.REPEALS,
    RelationKind.DECLARES_EXPIRED,
    RelationKind.AMENDS,
    RelationKind.PARTIALLY_REPEALS,
    RelationKind.EXTENDS,
)


@dataclass(frozen=True)
class Step:
    """The documents before and after, as far as readers may know them."""

    before: Related | None = None
    after: Related | None = None


def sequence_of(related: Iterable[Related]) -> Step:
    """One step back and one step on. An act that was lifted leads nowhere."""
    known = [row for row in related if row.other.is_known and row.lifted_on is None]
    return Step(
        before=_closest([row for row in known if row.is_outgoing], is_last=True),
        after=_closest([row for row in known if not row.is_outgoing], is_last=False),
    )


def _closest(rows: Sequence[Related], *, is_last: bool) -> Related | None:
    """The first of the closest kind there is: the newest of what came before, the oldest of what came after."""
    ordered = [*reversed(rows)] if is_last else [*rows]
    return next((row for kind in CHAIN for row in ordered if row.kind == kind), None)
