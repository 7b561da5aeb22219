"""Figures that are not any more what counting finds: a report is not handed on with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from django.utils.translation import gettext as _

from plugins.contrib.annual_report.enums import CountedAs, Level
from plugins.contrib.annual_report.models import Figure, Report
from plugins.contrib.annual_report.querysets import FINAL
from plugins.contrib.annual_report.structure import NOT_APPLICABLE, Failure, Form, Key, Value
from plugins.contrib.annual_report.structure.checks import cell_name, shown

from .sources import Count, Parts, counts_of, leaves, parts_of, sources_of
from .values import figures_of, form_in

NOTHING = Count(CountedAs.NOTHING)


def stale_sentences(report: Report) -> Iterator[str]:
    """All that makes the figures of ``report`` out of date, in words."""
    yield from no_longer_accepted(report)
    yield from (one.sentence for one in out_of_date(report))


def no_longer_accepted(report: Report) -> Iterator[str]:
    """One sentence for each report below that was rolled up and has been returned since, whatever it says."""
    for one in report.rolled_up.exclude(state__in=FINAL).select_related("unit", "district"):
        words = {"report": one, "state": one.get_state_display()}
        yield _("%(report)s was rolled up and is “%(state)s” now: the sum is out of date. Count again.") % words


def out_of_date(report: Report, figures: Iterable[Figure] | None = None) -> Iterator[Failure]:
    """Each cell of which the sources, or the accepted reports below, say something else than was counted.

    An accepted report of a unit keeps what was accepted, whatever its sources say afterwards.
    """
    kept = {one.key: one.counted_value for one in (figures_of(report).values() if figures is None else figures)}
    if report.level != Level.UNIT:
        return _rolled_up_otherwise(report, kept)
    return _counted_otherwise(report, kept) if report.state not in FINAL else iter(())


def _counted_otherwise(report: Report, kept: Mapping[Key, Value]) -> Iterator[Failure]:
    """A source that does not answer makes nothing out of date, one that does not know the year any more does."""
    form, counts = form_in(report), counts_of(report)
    tables = {one.source.table for one in sources_of(report)}
    for key in leaves(form):
        one = counts.get(key, NOTHING)
        is_told = one.kind == CountedAs.NUMBER or (one is NOTHING and key[0] in tables)
        if is_told and one.number != kept.get(key):
            words = {"cell": cell_name(form, key), "found": shown(kept.get(key)), "expected": shown(one.number)}
            sentence = _("%(cell)s: %(found)s were counted, but counting finds %(expected)s now. Count again.")
            yield Failure("counted", key, (), one.number, kept.get(key), sentence % words)


def _rolled_up_otherwise(report: Report, kept: Mapping[Key, Value]) -> Iterator[Failure]:
    form, parts = form_in(report), parts_of(report)
    for key in leaves(form):
        count = parts.count(key)
        if (count is None or count.kind != CountedAs.UNAVAILABLE) and _value(count) != kept.get(key):
            sentence = _sentence(form, key, parts, kept.get(key))
            yield Failure("rolled-up", key, (), _value(count), kept.get(key), sentence)


def _value(count: Count | None) -> Value:
    if count is None:
        return None
    return NOT_APPLICABLE if count.kind == CountedAs.NONE else count.number


def _sentence(form: Form, key: Key, parts: Parts, found: Value) -> str:
    """Names both sides: the cell, and the cell of the reports below with what no unit reports beside it."""
    words = {"cell": cell_name(form, key), "found": shown(found), "expected": shown(parts.reports[key])}
    rest = parts.rest.get(key)
    if rest is None or rest.number in (None, Decimal(0)):
        return _("%(cell)s: %(found)s were rolled up, but the accepted reports make %(expected)s. Count again.") % words
    return _(
        "%(cell)s: %(found)s were rolled up, but the accepted reports make %(expected)s in this cell, and %(rest)s "
        "more are of no unit (%(source)s). Count again."
    ) % {**words, "rest": shown(rest.number), "source": rest.source}
