"""The table of what can happen, at distances from the day of receipt, and the same told to the clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from plugins.contrib.requests.clock import Event, FeeEffect
from plugins.contrib.requests.enums import ConsultationKind, EventKind

from .oracle import DAY, Fee, Inquiry, Oracle, Story

#: name → correction (asked, corrected), inquiries (asked, answered), extension (asked, days), fee (asked, paid),
#: its rule (days, effect), and its notice (issued, served); numbers are calendar days after receipt, ``None`` is what
#: never came.
TABLE = {
    "plain": {},
    "correction": {"correction": (4, 9)},
    "correction on the day of receipt": {"correction": (0, 0)},
    "correction long after": {"correction": (2, 61)},
    "correction that never comes": {"correction": (5, None)},
    "third party answers": {"third": [(5, 11)]},
    "third party answers on the day": {"third": [(5, 5)]},
    "third party answers late": {"third": [(5, 58)]},
    "third party silent": {"third": [(6, None)]},
    "third party asked on the day of receipt": {"third": [(0, 7)]},
    "organ answers": {"organ": [(8, 13)]},
    "organ silent": {"organ": [(1, None)]},
    "both overlap": {"third": [(3, 17)], "organ": [(10, None)]},
    "one within the other": {"third": [(2, None)], "organ": [(4, 9)]},
    "one after the other": {"third": [(2, 8), (9, 15)], "organ": [(16, 30)]},
    "extension": {"extension": (12, 20)},
    "short extension": {"extension": (19, 5)},
    "extension during a pause": {"third": [(4, 25)], "extension": (6, 20)},
    "pause in the extension": {"extension": (3, 15), "organ": [(33, None)]},
    "correction, third party, extension": {"correction": (3, 8), "third": [(11, None)], "extension": (15, 20)},
    "asked on the last day": {"third": [("last", None)]},
    "fee paid": {"fee": (6, 20)},
    "fee after an extension": {"extension": (4, 10), "fee": (7, 30)},
    "fee that nobody paid": {"fee": (6, None)},
    "fee that pauses, letter issued later": {"fee": (6, None), "rule": (10, "pause"), "notice": (9, None)},
    "fee that pauses, notice served": {"fee": (6, 35), "rule": (20, "pause"), "notice": (7, 12)},
    "fee paid before its letter": {"fee": (6, 8), "rule": (20, "pause"), "notice": (10, None)},
    "fee that restarts, notice served": {"fee": (6, 28), "notice": (6, 9)},
    "fee that stops nothing": {"fee": (6, 20), "rule": (30, "none"), "notice": (8, None)},
}


def story_of(name: str, received: dt.date, oracle: Oracle) -> Story:
    """The story called ``name``, begun on ``received``."""
    row = TABLE[name]

    def day(distance: int | str | None) -> dt.date | None:
        if distance == "last":
            return oracle.after(received, 20)
        return None if distance is None else received + DAY * int(distance)

    def pair(key: str) -> tuple[dt.date | None, dt.date | None] | None:
        return (day(row[key][0]), day(row[key][1])) if key in row else None

    def fee() -> Fee | None:
        if "fee" not in row:
            return None
        (start, paid), (sent, served) = pair("fee"), pair("notice") or (None, None)
        # What is paid before its letter goes out counts no days from the letter.
        in_time = [one for one in (served, sent) if one and (paid is None or one <= paid)]
        return Fee(start, paid, (*in_time, start)[0], *row.get("rule", ()), sent=sent, served=served)

    asked = [*row.get("third", []), *row.get("organ", [])]
    inquiries = [Inquiry(day(start), day(end)) for start, end in asked]
    extended, days = row.get("extension", (0, 0))
    organs = len(row.get("organ", []))
    return Story(received, pair("correction"), inquiries, days, fee(), day(extended), organs)


def events_of(story: Story) -> list[Event]:
    """The same for the clock."""
    events = (*_correction(story), *_fee(story), *_inquiries(story), *_extension(story))
    return [Event(EventKind.RECEIVED, story.received), *events]


def _correction(story: Story) -> Iterator[Event]:
    if story.correction:
        yield Event(EventKind.CORRECTION_ASKED, story.correction[0])
        if story.correction[1]:
            yield Event(EventKind.CORRECTED, story.correction[1])


def _fee(story: Story) -> Iterator[Event]:
    fee = story.fee
    if fee is None:
        return
    yield Event(EventKind.FEE_ASKED, fee.asked, days=fee.days, effect=FeeEffect(fee.effect))
    days = {EventKind.FEE_SENT: fee.sent, EventKind.FEE_SERVED: fee.served, EventKind.PAID: fee.paid}
    for kind, day in days.items():
        if day:
            yield Event(kind, day)


def _inquiries(story: Story) -> Iterator[Event]:
    for number, inquiry in enumerate(story.inquiries):
        is_organ = number >= len(story.inquiries) - story.organs
        whom = ConsultationKind.ORGAN if is_organ else ConsultationKind.THIRD_PARTY
        yield Event(EventKind.ASKED, inquiry.asked, whom=whom, who=str(number))
        if inquiry.answered:
            yield Event(EventKind.ANSWERED, inquiry.answered, who=str(number))


def _extension(story: Story) -> Iterator[Event]:
    if story.extension:
        yield Event(EventKind.EXTENDED, story.extended, days=story.extension)
