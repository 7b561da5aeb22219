"""What a process knows about words: read from the database once, and again when an administrator changes something."""

from __future__ import annotations

import datetime as dt
import time
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.utils import timezone

from disclosure_pages.public.cache.generations import start_generations
from disclosure_pages.public.cache.scope import STRUCTURE
from search.models import BestBet, DeniedSuggestion
from search.query.vocabulary import Vocabulary
from search.rules import WORDS
from search.text.tokens import tokens_of
from search.text.words import key_of

from .vocabulary import present_vocabulary

KEPT_SECONDS = 300.0


@dataclass(frozen=True, slots=True)
class Bet:
    """A page to show first where it is searched in ``district``, a slug; empty: everywhere."""

    page: int
    district: str


@dataclass(frozen=True, slots=True)
class Known:
    """The vocabulary by which queries are read, the best bets by question, and what is never suggested."""

    vocabulary: Vocabulary
    bets: Mapping[str, tuple[Bet, ...]]
    denied: tuple[str, ...]

    def best(self, text: str, *, districts: Collection[str]) -> tuple[int, ...]:
        """Pages to show first to whoever asks for ``text`` in ``districts`` (slugs); some may not be public."""
        own = next(iter(districts)) if len(districts) == 1 else ""
        found = self.bets.get(key_of(text), ()) if self.bets and text else ()
        return tuple(dict.fromkeys(bet.page for bet in found if bet.district in ("", own)))

    def is_denied(self, text: str) -> bool:
        """Whether ``text`` must not be suggested, nor proposed as what somebody may have meant."""
        padded = _padded(text) if self.denied else ""
        return any(one in padded for one in self.denied)


def _padded(text: str) -> str:
    """Tokens with blanks around each, so that “art” does not stand in “party”."""
    return f" {' '.join(tokens_of(text))} "


def read_known(*, on: dt.date) -> Known:
    """Read from the database, as everything holds on the day ``on``; tens of milliseconds, so not for every query."""
    denied = DeniedSuggestion.objects.values_list("text", flat=True)
    bets = BestBet.objects.holding(on=on).select_related("district").order_by("pk")
    return Known(present_vocabulary(on=on), _by_question(bets), tuple(map(_padded, denied)))


def _by_question(bets: Iterable[BestBet]) -> dict[str, tuple[Bet, ...]]:
    found: dict[str, list[Bet]] = defaultdict(list)
    for bet in bets:
        for key in bet.keys:
            found[key].append(Bet(bet.page_id, bet.district.slug if bet.district else ""))
    return {key: tuple(ones) for key, ones in found.items()}


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is known, with the generations and the day that it was read for."""

    state: tuple[dt.date, dict[str, str]]
    until: float
    known: Known


_kept: _Kept | None = None


def known_now() -> Known:
    """As this process read it last: words, units and columns as they are now, the rest minutes old at most.

    Processes that share a cache hear of a change with their next search, others within ``KEPT_SECONDS``. Two readers
    may read it at the same time; then one of the two stays.
    """
    global _kept  # noqa: PLW0603  (one a process)
    today = timezone.localdate()
    state = (today, start_generations([STRUCTURE, WORDS]))
    if _kept is None or _kept.state != state or _kept.until < time.monotonic():
        _kept = _Kept(state, time.monotonic() + KEPT_SECONDS, read_known(on=today))
    return _kept.known
