"""Questions in words, which people answer at once and a machine has to read: millions of them, none a picture."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from django.utils.translation import gettext as _

SOURCE: Final = Path(__file__).with_name("questions.json")
_choice = secrets.SystemRandom()


@dataclass(frozen=True)
class Asked:
    """A question, and every answer that is right."""

    text: str
    answers: tuple[str, ...]


def ask() -> Asked:
    """A question of any kind."""
    return _choice.choice(KINDS)()


def ask_for_sum() -> Asked:
    """Two numbers written as words."""
    one, other = _choice.randrange(1, 21), _choice.randrange(1, 21)
    text = _("How much is %(one)s plus %(other)s?") % {"one": _number(one), "other": _number(other)}
    return Asked(text, _spellings(one + other))


def ask_for_difference() -> Asked:
    """The smaller of two numbers from the larger."""
    less, more = sorted(_choice.sample(range(1, 41), 2))
    text = _("How much is %(one)s minus %(other)s?") % {"one": _number(more), "other": _number(less)}
    return Asked(text, _spellings(more - less))


def ask_for_word() -> Asked:
    """A word by its place in a row of five."""
    words = _choice.sample(_data()["words"], 5)
    place = _choice.randrange(5)
    text = _("These are five words: %(words)s. Which one is number %(place)s?")
    return Asked(text % {"words": "、".join(words), "place": _number(place + 1)}, (words[place],))


def ask_for_count() -> Asked:
    """How many words a row has."""
    words = _choice.sample(_data()["words"], _choice.randrange(3, 10))
    text = _("How many words are these: %(words)s?") % {"words": "、".join(words)}
    return Asked(text, (*_spellings(len(words)), f"{_number(len(words))}个", f"{len(words)}个"))


def ask_for_next() -> Asked:
    """The character that follows in a well-known row, which the question quotes."""
    row = _choice.choice(_data()["series"])
    place = _choice.randrange(len(row) - 1)
    text = _("Which character follows “%(one)s” in “%(row)s”?") % {"one": row[place], "row": row}
    return Asked(text, (row[place + 1],))


def ask_for_day() -> Asked:
    """A day of the week, some days on."""
    days = _data()["days"]
    today, later = _choice.randrange(7), _choice.randrange(1, 7)
    found = days[(today + later) % 7]
    text = _("If today is %(day)s, what day is it %(later)s days later?")
    answers = (
        found,
        f"周{found[-1]}",
        f"礼拜{found[-1]}",
        found[-1],
        *(("星期天", "周天", "天") if found[-1] == "日" else ()),
    )
    return Asked(text % {"day": days[today], "later": _number(later)}, answers)


KINDS: Final[tuple[Callable[[], Asked], ...]] = (
    ask_for_sum,
    ask_for_difference,
    ask_for_word,
    ask_for_count,
    ask_for_next,
    ask_for_day,
)


def _number(value: int) -> str:
    return str(_data()["numbers"][value])


def _spellings(value: int) -> tuple[str, ...]:
    return (_number(value), str(value), *(("两",) if value == 2 else ()))


@cache
def _data() -> Any:
    return json.loads(SOURCE.read_text(encoding="utf-8"))
