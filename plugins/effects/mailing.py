"""Mail of plug-ins to people who work here."""

from __future__ import annotations

import datetime as dt
import logging
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, Protocol, TypeVar

from django.core.mail import EmailMessage

logger = logging.getLogger("gongkai.plugins")

#: The notice that a day has passed, beside those so many days before it.
OVERDUE: Final = -1


class HasLine(Protocol):
    """Something that people are reminded of, as one line of a mail."""

    @property
    def line(self) -> str:
        """The line, in the active language."""


N = TypeVar("N", bound=HasLine)


@dataclass(frozen=True, slots=True)
class Mailed(Generic[N]):
    """What became of notices: how many ``people`` had a mail, and how many of its people each notice reached."""

    people: int
    reached: list[tuple[N, int]]
    is_refused: bool


def nearest_notice(due: dt.date, *, today: dt.date, before: Sequence[int]) -> int | None:
    """Which of the notices, so many days ``before``, is due: the nearest, also when nobody looked on its very day."""
    left = (due - today).days
    return OVERDUE if left < 0 else min((days for days in before if left <= days), default=None)


def mail_notices(
    addressed: Iterable[tuple[N, Iterable[Any]]], *, subject: Callable[[int], str], intro: str
) -> Mailed[N]:
    """Mail people what they are reminded of, one mail a person; ``subject`` is asked with the number of lines.

    ``addressed`` are notices with their people, who have a key (``pk``) and a mail address (``email``).
    ``is_refused``: mails were to go out, and the server took none.
    """
    letters: dict[str, list[str]] = defaultdict(list)
    known = [(notice, {one.email: one.pk for one in people if one.email}) for notice, people in addressed]
    keys: dict[str, Any] = {}
    for notice, addresses in known:
        keys |= addresses
        for address in addresses:
            letters[address].append(notice.line)
    reached = {
        address
        for address, lines in letters.items()
        if mail_lines(address, key=keys[address], subject=subject(len(lines)), intro=intro, lines=lines)
    }
    counted = [(notice, len(reached.intersection(addresses))) for notice, addresses in known]
    return Mailed(len(reached), [pair for pair in counted if pair[1]], bool(letters) and not reached)


def mail_lines(address: str, *, key: Any, subject: str, intro: str, lines: Sequence[str]) -> bool:
    """Mail ``lines`` to ``address``; answers whether the mail server took it, so that a refusal stops no other mail.

    The log names the ``key`` of the person: the words of a mail server may repeat the address, so they stay out.
    Lock nothing meanwhile. What may not be read on the way, as who applied for what, does not belong into a mail.
    """
    body = "\n".join([intro, "", *(f"- {line}" for line in lines)])
    letter = EmailMessage(subject, body, to=[address], headers={"Auto-Submitted": "auto-generated"})
    try:
        letter.send()  # each has its own connection, because a refusal may end one
    except Exception as error:
        logger.error("a mail was not sent", extra={"person": key, "error": type(error).__name__})
        return False
    return True
