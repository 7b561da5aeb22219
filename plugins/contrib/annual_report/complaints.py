"""What stands in the way of publishing the figures of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from .structure import Failure, blanks, checks
from .structure.checks import cell_name

if TYPE_CHECKING:
    from .models import AnnualReportPage

#: Blank cells that are named one by one.
NAMED = 5


def failures_of(page: AnnualReportPage) -> list[Failure]:
    """What does not add up."""
    frozen, before = page.frozen, page.frozen_before
    return checks(frozen.form, frozen.values, before.values if before is not None else None)


def sentences_of(page: AnnualReportPage) -> list[str]:
    """Each failure, and the blank cells, in words."""
    return [*(failure.sentence for failure in failures_of(page)), *blank_sentences(page)]


def blank_sentences(page: AnnualReportPage) -> list[str]:
    """A blank cell says nothing; what does not apply is “/” and what did not happen is 0."""
    form = page.frozen.form
    empty = blanks(form, page.frozen.values)
    named = [_("%(cell)s is blank.") % {"cell": cell_name(form, key)} for key in empty[:NAMED]]
    more = len(empty) - len(named)
    return [*named, _("%(count)d more cells are blank.") % {"count": more}] if more else named
