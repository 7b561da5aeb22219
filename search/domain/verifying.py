"""Hold an index against the database: which pages it lacks, has in another state, or should not have any more."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from heapq import merge
from itertools import groupby

from django.db import transaction
from django.db.models import BigIntegerField, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from disclosure_pages.tree.models import DisclosurePage
from search.engines.registry import engine_named
from search.models import OutboxEvent, PageVersion, VersionClock
from search.outbox.delivering import position_of
from search.outbox.versions import raise_versions

#: Keys that are compared together; only blocks whose digests differ are looked at page by page.
BLOCK = 1024
FIX_BATCH = 1000
Pair = tuple[int, int]


class DifferenceKind(StrEnum):
    """What is wrong about a page in the index."""

    MISSING = "missing"
    STALE = "stale"
    NOT_PUBLIC = "not_public"


@dataclass(frozen=True, slots=True)
class Difference:
    """A page whose version in the index (``found``) is not the one of the database (``expected``); ``None``: none."""

    key: int
    kind: DifferenceKind
    expected: int | None
    found: int | None


@dataclass(frozen=True, slots=True)
class Verified:
    """``waiting`` changes are under way: differences may be theirs. Equal digests mean equal indexes."""

    index: str
    pages: int
    digest: str
    index_digest: str
    waiting: int
    differences: tuple[Difference, ...]


def verify(*, name: str) -> Verified:
    """Compare key and version of every public page with the index of the engine ``name``. Raises ``EngineAway``."""
    engine = engine_named(name)
    position = position_of(name, engine)
    waiting = OutboxEvent.objects.count() + position.waiting().count()
    sides = (_Side(_expected_versions()), _Side(engine.versions()))
    differences = tuple(_differences(*sides))
    ours, theirs = sides
    return Verified(position.index, ours.pages, ours.digest, theirs.digest, waiting, differences)


class _Side:
    """Pairs of key and version in order, block by block, with a digest of everything that has gone by."""

    def __init__(self, pairs: Iterable[Pair]) -> None:
        self._pairs = pairs
        self._digest = hashlib.blake2b(digest_size=16)
        self.pages = 0

    def blocks(self, side: int) -> Iterator[tuple[int, int, list[Pair]]]:
        for number, group in groupby(self._pairs, key=lambda pair: pair[0] // BLOCK):
            block = [(int(key), int(version)) for key, version in group]
            self.pages += len(block)
            self._digest.update(repr(block).encode())
            yield number, side, block

    @property
    def digest(self) -> str:
        return self._digest.hexdigest()


def _expected_versions() -> Iterator[Pair]:
    versions = PageVersion.objects.filter(key=OuterRef("pk")).values("version")
    # A page that nobody has heard of has no version: whatever the index has of it is stale.
    version = Coalesce(Subquery(versions), Value(0), output_field=BigIntegerField())
    public = DisclosurePage.objects.public().annotate(version=version).order_by("pk")
    return public.values_list("pk", "version").iterator(chunk_size=5000)


def _differences(ours: _Side, theirs: _Side) -> Iterator[Difference]:
    blocks = merge(ours.blocks(0), theirs.blocks(1), key=lambda block: block[:2])
    for _number, group in groupby(blocks, key=lambda block: block[0]):
        sides: dict[int, list[Pair]] = {side: block for _block, side, block in group}
        if sides.get(0) != sides.get(1):
            yield from _differences_of_block(dict(sides.get(0, ())), dict(sides.get(1, ())))


def _differences_of_block(expected: dict[int, int], found: dict[int, int]) -> Iterator[Difference]:
    for key in sorted(expected.keys() | found.keys()):
        if key not in expected:
            yield Difference(key, DifferenceKind.NOT_PUBLIC, None, found[key])
        elif key not in found:
            yield Difference(key, DifferenceKind.MISSING, expected[key], None)
        elif expected[key] != found[key]:
            yield Difference(key, DifferenceKind.STALE, expected[key], found[key])


def fix(*, differences: Sequence[Difference]) -> None:
    """Give every page that differs a version above all that the index has seen: it is delivered anew, or removed."""
    highest = max((difference.found or 0 for difference in differences), default=0)
    for start in range(0, len(differences), FIX_BATCH):
        keys = [difference.key for difference in differences[start : start + FIX_BATCH]]
        with transaction.atomic():
            clock = VersionClock.locked()
            clock.last = max(clock.last, highest)
            clock.save(update_fields=["last"])
            raise_versions(keys=keys, changed_at=timezone.now(), keep_absent=True)
