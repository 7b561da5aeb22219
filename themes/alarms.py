"""What failed in a theme while a page was shown: logged, and told in the admin for a day.

Kept in the cache, because a page that is read must not write into the database. With several processes they share it
(``CACHE_URL``).
"""

from __future__ import annotations

import logging
from dataclasses import dataclass

from django.core.cache import cache
from django.utils import timezone

KEY = "gongkai_themes:alarms"
SECONDS = 24 * 3600
MOST = 50  # different troubles; more of them say nothing new

logger = logging.getLogger("gongkai.themes")


@dataclass(frozen=True, slots=True)
class AlarmEntry:
    """One trouble, however often it came: where, what, and when last (ISO, UTC)."""

    theme: str
    part: str
    problem: str
    at: str


def raise_alarm(theme: str, part: str, error: Exception) -> None:
    """Note that ``part`` of ``theme`` could not be shown, and that its parent's was."""
    problem = f"{type(error).__name__}: {error}"
    logger.error("theme failed", extra={"theme": theme, "part": part, "problem": problem})
    known: dict[tuple[str, str], AlarmEntry] = cache.get(KEY, {})
    if len(known) < MOST or (theme, part) in known:
        entry = AlarmEntry(theme, part, problem[:300], timezone.now().isoformat(timespec="seconds"))
        cache.set(KEY, {**known, (theme, part): entry}, SECONDS)


def alarms() -> list[AlarmEntry]:
    """What is to be told, the newest first."""
    known: dict[tuple[str, str], AlarmEntry] = cache.get(KEY, {})
    return sorted(known.values(), key=lambda entry: entry.at, reverse=True)


def silence(theme: str) -> None:
    """Forget what ``theme`` did: it was mended, and if not it will be told again."""
    known: dict[tuple[str, str], AlarmEntry] = cache.get(KEY, {})
    cache.set(KEY, {key: entry for key, entry in known.items() if entry.theme != theme}, SECONDS)
