"""What stands against a report: sums, carry-overs, blanks, counts that failed or are out of date, missing reasons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plugins.contrib.annual_report.enums import CountedAs
from plugins.contrib.annual_report.frozen import Frozen
from plugins.contrib.annual_report.models import Figure, Report
from plugins.contrib.annual_report.structure import Failure, Form, Key, Values, blanks, checks
from plugins.contrib.annual_report.structure.checks import cell_name

from .absence import absent_below, absent_by_report
from .filling import missing_reasons
from .staleness import no_longer_accepted, out_of_date
from .values import form_in, said_before, said_before_by_report, values_by_report

NAMED = 3
#: Last year's report may have been corrected since, or be the wrong one of the two.
CARRIED = "carried"


@dataclass(frozen=True, slots=True)
class Findings:
    """``failures`` are cells that do not fit together; ``missing`` are sentences about what is not there yet.

    ``absent`` are sentences about reports that a roll-up is made without.
    """

    failures: list[Failure] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)

    @property
    def number(self) -> int:
        return len(self.sentences)

    @property
    def sentences(self) -> list[str]:
        return [*self.stopping, *self.passable]

    @property
    def stopping(self) -> list[str]:
        """What has to be mended."""
        return [*(one.sentence for one in self.failures if one.code != CARRIED), *self.missing]

    @property
    def passable(self) -> list[str]:
        """What may be right as it is, and then needs a reason."""
        return [*(one.sentence for one in self.failures if one.code == CARRIED), *self.absent]


def failures_in(report: Report, values: Values) -> list[Failure]:
    """What does not fit together when the cells of ``report`` say ``values``, last year's report included."""
    before = said_before(report)
    return checks(form_in(report), values, before.values if before else None)


def findings_if(report: Report, values: Values, figures: Iterable[Figure]) -> Findings:
    """All that would stand against submitting ``report`` if its cells said ``values``; ``figures`` are its counts."""
    form, kept = form_in(report), list(figures)
    missing = [*no_longer_accepted(report), *_unavailable(form, kept), *_blanks(form, values, kept)]
    return Findings([*failures_in(report, values), *out_of_date(report, kept)], missing, absent_below(report))


def findings_of(report: Report) -> Findings:
    """All that stands against submitting ``report`` as it is kept."""
    found = findings_by_report([report])[report.pk]
    missing = [*no_longer_accepted(report), *found.missing]
    return Findings([*found.failures, *out_of_date(report)], missing, found.absent)


def findings_by_report(reports: Iterable[Report]) -> Mapping[int, Findings]:
    """Key of a report → what an overview says of it; a constant number of queries for the reports of one year.

    Whether counts are out of date is asked for one report alone, see :func:`findings_of`.
    """
    found = list(reports)
    earlier, values = said_before_by_report(found), values_by_report(found)
    figures: dict[int, list[Figure]] = defaultdict(list)
    for figure in Figure.objects.filter(report__in=[one.pk for one in found]):
        figures[figure.report_id].append(figure)
    absent = absent_by_report(found)
    return {
        one.pk: replace(_findings(one, values, earlier.get(one.pk), figures[one.pk]), absent=absent[one.pk])
        for one in found
    }


def _findings(report: Report, values: Mapping[int, Values], before: Frozen | None, figures: list[Figure]) -> Findings:
    form, own = form_in(report), values[report.pk]
    missing = [*_unavailable(form, figures), *missing_reasons(form, figures), *_blanks(form, own, figures)]
    return Findings(checks(form, own, before.values if before else None), missing)


def _blanks(form: Form, values: Values, figures: Iterable[Figure]) -> Iterator[str]:
    """One sentence for each table with blank cells: 0 and “/” say something, a blank cell does not."""
    told = {figure.key for figure in figures if figure.counted_as == CountedAs.UNAVAILABLE}
    by_table: dict[str, list[Key]] = defaultdict(list)
    for key in blanks(form, values):
        if key not in told:
            by_table[key[0]].append(key)
    for keys in by_table.values():
        yield ngettext(
            "%(number)d cell is blank: %(cells)s. Write a figure, 0 or “/”.",
            "%(number)d cells are blank: %(cells)s. Write figures, 0 or “/”.",
            len(keys),
        ) % {"number": len(keys), "cells": _named(form, keys)}


def _unavailable(form: Form, figures: Iterable[Figure]) -> Iterator[str]:
    """One sentence for each source that did not answer and whose figures nobody entered."""
    by_source: dict[str, list[Key]] = defaultdict(list)
    for figure in figures:
        if figure.counted_as == CountedAs.UNAVAILABLE and not figure.entered_as:
            by_source[figure.source].append(figure.key)
    for source, keys in by_source.items():
        words = {"source": source, "number": len(keys), "cells": _named(form, keys)}
        yield (
            _(
                "“%(source)s” did not answer, so that %(number)d cells are not counted: %(cells)s. "
                "Count again, or enter the figures."
            )
            % words
        )


def _named(form: Form, keys: list[Key]) -> str:
    names = "；".join(cell_name(form, key) for key in keys[:NAMED])
    return f"{names}…" if len(keys) > NAMED else names
