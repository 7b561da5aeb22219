"""The reason for a document's force in one sentence, in the reader's language."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from .enums import CauseKind, LegalForce, RelationKind
from .facts import Period


@dataclass(frozen=True, kw_only=True)
class Act:
    """The relation that is a period's cause, in words.

    ``source``: number or title of the document that acts; empty if it may not be named or nobody knows it.
    """

    kind: str
    source: str = ""
    provisions: str = ""
    new_expiry: dt.date | None = None


def reason(period: Period, act: Act | None = None, *, today: dt.date | None = None) -> str:
    """Why the document has the force of ``period``; ``act`` says more about the relation of its cause.

    A term that ends after ``today`` is not called over yet; without ``today`` every term that ends is over.
    """
    cause = period.cause
    day = _day(cause.day)
    if cause.kind == CauseKind.NONE:
        return _("Not yet in force; the day is not set")
    if cause.kind == CauseKind.ANNULMENT:
        return _("Annulled from %(day)s") % {"day": day}
    if cause.kind == CauseKind.EFFECTIVE:
        return _starting(period) % {"day": day}
    words = {"day": day, "source": act.source if act else "", "provisions": act.provisions if act else ""}
    if cause.kind == CauseKind.EXPIRY:
        is_ahead = today is not None and cause.day is not None and today <= cause.day
        return _ending(is_extended=bool(words["source"]), is_ahead=is_ahead) % words
    return _acting(period, act, words)


def _starting(period: Period) -> str:
    if period.force == LegalForce.NOT_YET:
        return _("Not yet in force; in force from %(day)s")
    return _("In force from %(day)s")


def _ending(*, is_extended: bool, is_ahead: bool) -> str:
    if is_extended and is_ahead:
        return _("Extended until %(day)s by %(source)s, expires then")
    if is_extended:
        return _("Extended until %(day)s by %(source)s, expired")
    return _("Valid until %(day)s, expires then") if is_ahead else _("Valid until %(day)s, expired")


def _acting(period: Period, act: Act | None, words: dict[str, str]) -> str:
    if period.force == LegalForce.IN_FORCE:
        expiry = act.new_expiry if act else None
        return _extending(has_source=bool(words["source"]), has_term=expiry is not None) % {
            **words,
            "until": _day(expiry),
        }
    with_source, alone = _of_kind(act.kind if act else "", period.force, has_provisions=bool(words["provisions"]))
    return (with_source if words["source"] else alone) % words


def _extending(*, has_source: bool, has_term: bool) -> str:
    if has_term and has_source:
        return _("Extended until %(until)s by %(source)s")
    if has_term:
        return _("Extended until %(until)s from %(day)s")
    return _("Continued without a term by %(source)s") if has_source else _("Continued without a term from %(day)s")


def _of_kind(kind: str, force: str, *, has_provisions: bool) -> tuple[str, str]:
    """The sentence that names the source, and the one that does not."""
    if kind == RelationKind.REPLACES:
        return _("Repealed from %(day)s, replaced by %(source)s"), _(
            "Repealed from %(day)s, replaced by another document"
        )
    if force == LegalForce.REPEALED:
        return _("Repealed from %(day)s by %(source)s"), _("Repealed from %(day)s")
    if force == LegalForce.EXPIRED:
        return _("Declared expired from %(day)s by %(source)s"), _("Declared expired from %(day)s")
    if force == LegalForce.AMENDED:
        return _amending(has_provisions)
    if has_provisions:
        return (
            _("Partially repealed (%(provisions)s) from %(day)s by %(source)s"),
            _("Partially repealed (%(provisions)s) from %(day)s"),
        )
    return _("Partially repealed from %(day)s by %(source)s"), _("Partially repealed from %(day)s")


def _amending(has_provisions: bool) -> tuple[str, str]:
    if has_provisions:
        return (
            _("Amended (%(provisions)s) from %(day)s by %(source)s"),
            _("Amended (%(provisions)s) from %(day)s"),
        )
    return _("Amended from %(day)s by %(source)s"), _("Amended from %(day)s")


def _day(day: dt.date | None) -> str:
    return date_format(day, "DATE_FORMAT") if day else ""
