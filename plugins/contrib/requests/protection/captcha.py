"""Tells people from machines without pictures, scripts or services of others: a question, a trap, and a little time.

The token beside a question is signed, holds no answer that could be read out of it, ends after an hour and counts
once: a wrong answer ends it, and so does the act for which a right one was given.
"""

from __future__ import annotations

import secrets
import time
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from django.core import signing
from django.utils.crypto import constant_time_compare, salted_hmac

from .once import use_once, was_used
from .questions import ask

SALT: Final = "gongkai.requests.captcha"
LASTS: Final = 3600
#: Nobody reads and answers a question in less.
SHORTEST: Final = 2
MARKS: Final = "。.,!“”\"'"
USED: Final = "gongkai.requests.captcha.%s"


class Verdict(StrEnum):
    """What became of an answer."""

    RIGHT = "right"
    WRONG = "wrong"
    TOO_FAST = "too_fast"
    EXPIRED = "expired"
    USED = "used"


@dataclass(frozen=True)
class Question:
    """What a form shows, and the token that it sends back."""

    text: str
    token: str


def new_question(*, now: float | None = None) -> Question:
    """A question asked at ``now`` (seconds since the epoch)."""
    asked, number = ask(), secrets.token_hex(16)
    answers = [_sealed(number, answer) for answer in asked.answers]
    payload = {"text": asked.text, "number": number, "answers": answers, "at": int(now or time.time())}
    return Question(asked.text, signing.dumps(payload, salt=SALT, compress=True))


def question_of(token: str) -> Question | None:
    """The question behind a token that can still be answered, to be shown again beside other mistakes of a form."""
    payload = _payload(token)
    if payload is None or _is_over(payload, time.time()) or was_used(USED % payload["number"]):
        return None
    return Question(payload["text"], token)


def verdict_on(token: str, answer: str, *, now: float | None = None) -> Verdict:
    """Judge an answer, right or wrong for the last time: it ends first, so of many guesses at once one counts.

    Only what came too fast may be sent again.
    """
    payload, moment = _payload(token), now or time.time()
    if payload is None or _is_over(payload, moment):
        return Verdict.EXPIRED
    if moment - payload["at"] < SHORTEST:
        return Verdict.TOO_FAST
    if not use_once(USED % payload["number"], seconds=LASTS + 60):
        return Verdict.USED
    given = _sealed(payload["number"], answer)
    return Verdict.RIGHT if any(constant_time_compare(given, right) for right in payload["answers"]) else Verdict.WRONG


def _payload(token: str) -> Any:
    try:
        return signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None


def _is_over(payload: dict[str, Any], moment: float) -> bool:
    return moment - payload["at"] > LASTS


def _sealed(number: str, answer: str) -> str:
    plain = "".join(unicodedata.normalize("NFKC", answer).split()).strip(MARKS).casefold()
    return salted_hmac(SALT, f"{number}|{plain}", algorithm="sha256").hexdigest()
