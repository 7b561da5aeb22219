"""Entries of a scenario: each is read by its own reader, and what is wrong is collected with the entry's name."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Collection, Mapping
from typing import Any, Final, TypeVar

from django.utils.translation import gettext as _

from plugins.contrib.requests.enums import ConsultationKind

from .enums import FeeEffect

MOST_DAYS: Final = 366
MOST_WORDS: Final = 40
MOST_BASIS: Final = 200
YEARS: Final = range(1990, 2100)
_Value = TypeVar("_Value")


class Entries:
    """Readers answer ``None`` for what is wrong, after they wrote it into ``problems``."""

    def __init__(self) -> None:
        self.problems: list[str] = []
        self.readers: Final[Mapping[str, Callable[[str, Any], Any]]] = {
            "day": self.day,
            "until": self.day,
            "days": self.number,
            "who": self.words,
            "whom": self.consultation,
            "is_settled": self.flag,
            "effect": self.effect,
            "basis": self.basis,
        }

    def wrong(self, entry: str, message: str) -> None:
        """Write down that ``entry`` is not what it should be."""
        self.problems.append(f"{entry or _('The file')}: {message}")

    def fields(self, entry: str, found: Any, keys: Collection[str]) -> dict[str, Any]:
        """An object; what it has beside ``keys`` is wrong, and left out."""
        if not isinstance(found, dict):
            self.wrong(entry, _("an object in braces belongs here."))
            return {}
        for key in sorted(found.keys() - keys):
            values = {"key": key[:MOST_WORDS], "keys": ", ".join(keys)}
            self.wrong(entry, _("“%(key)s” is not known here; these are: %(keys)s.") % values)
        return {key: found[key] for key in keys if key in found}

    def day(self, entry: str, value: Any) -> dt.date | None:
        """A day, in the years in which the walk of a clock ends."""
        try:
            day = dt.date.fromisoformat(value)
        except (TypeError, ValueError):
            day = dt.date.min
        if day.year not in YEARS:
            self.wrong(entry, _("a day between 1990 and 2099 belongs here, as 2026-03-02."))
            return None
        return day

    def number(self, entry: str, value: Any) -> int | None:
        """A number of days."""
        if type(value) is not int or not 1 <= value <= MOST_DAYS:
            self.wrong(entry, _("a number of days from 1 to %(most)d belongs here.") % {"most": MOST_DAYS})
            return None
        return value

    def flag(self, entry: str, value: Any) -> bool | None:
        """Yes or no."""
        return self.one_of(entry, json.dumps(value), {"true": True, "false": False})

    def words(self, entry: str, value: Any, most: int = MOST_WORDS) -> str | None:
        """A short text."""
        if not isinstance(value, str) or len(value) > most:
            self.wrong(entry, _("a text of at most %(most)d characters belongs here.") % {"most": most})
            return None
        return value

    def basis(self, entry: str, value: Any) -> str | None:
        """Where a rule was taken from."""
        return self.words(entry, value, MOST_BASIS)

    def effect(self, entry: str, value: Any) -> FeeEffect | None:
        """What a fee does to the period."""
        return self.one_of(entry, value, {effect.value: effect for effect in FeeEffect})

    def consultation(self, entry: str, value: Any) -> ConsultationKind | None:
        """Who is asked."""
        return self.one_of(entry, value, {kind.value: kind for kind in ConsultationKind})

    def one_of(self, entry: str, value: Any, known: Mapping[str, _Value]) -> _Value | None:
        """One of the values that ``known`` names."""
        found = known.get(value) if isinstance(value, str) else None
        if found is None:
            self.wrong(entry, _("one of these belongs here: %(values)s.") % {"values": ", ".join(known)})
        return found
