"""Terms in words."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .proposal import Term


def term_in_words(term: Term) -> str:
    """“5 years”, “1 year and 6 months”."""
    years = ngettext("%(number)d year", "%(number)d years", term.years) % {"number": term.years}
    months = ngettext("%(number)d month", "%(number)d months", term.months) % {"number": term.months}
    if term.years and term.months:
        return _("%(years)s and %(months)s") % {"years": years, "months": months}
    return years if term.years else months
