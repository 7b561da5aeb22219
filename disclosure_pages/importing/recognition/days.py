"""The day on which the document was formed, and the day on which it was printed."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext as _

from disclosure_pages.documents.proposals.calendar_days import day_of

from .layout import Layout
from .results import Certainty, Field, Recognised, missing
from .words import DATE, PRINTED


def recognise_days(layout: Layout) -> tuple[Recognised, Recognised]:
    """(formed on, printed on); each is held against the other and against the year in the number."""
    printed = _printed(layout)
    formed = _formed(layout)
    if formed.value is None:
        return missing(Field.FORMED_ON, _only_printed(printed.value)), printed
    remark = _doubt(layout, formed.value, printed.value)
    if remark:
        formed = Recognised(Field.FORMED_ON, formed.value, formed.evidence, Certainty.LIKELY, remark)
    return formed, printed


def _formed(layout: Layout) -> Recognised:
    signature = layout.signature
    if signature.day is not None:
        is_signed = bool(signature.organs) or len(signature.indices) > 1
        return Recognised(
            field=Field.FORMED_ON,
            value=signature.day,
            evidence=layout.evidence(signature.indices),
            certainty=Certainty.SURE if is_signed else Certainty.LIKELY,
            remark="" if is_signed else _("The day stands alone; no organ is above it."),
        )
    for index in layout.under_title:
        match = DATE.search(layout.lines[index].text)
        day = day_of(match.group()) if match else None
        if day is not None:
            remark = _("Taken from the line below the title.")
            return Recognised(Field.FORMED_ON, day, layout.lines[index].evidence, Certainty.LIKELY, remark)
    return missing(Field.FORMED_ON)


def _printed(layout: Layout) -> Recognised:
    for index in layout.foot:
        match = PRINTED.fullmatch(layout.lines[index].text)
        day = day_of(match["day"]) if match else None
        if day is not None:
            return Recognised(field=Field.PRINTED_ON, value=day, evidence=layout.lines[index].evidence)
    return missing(Field.PRINTED_ON)


def _only_printed(printed: object) -> str:
    if not isinstance(printed, dt.date):
        return ""
    return _("There is no signature with a day; the document was printed on %(day)s.") % {"day": printed.isoformat()}


def _doubt(layout: Layout, formed: object, printed: object) -> str:
    if not isinstance(formed, dt.date):
        return ""
    number = layout.head.number
    if number is not None and number.year is not None and number.year != formed.year:
        return _("The year of the document number is %(year)d.") % {"year": number.year}
    if isinstance(printed, dt.date) and printed < formed:
        return _("The document was printed before that, on %(day)s.") % {"day": printed.isoformat()}
    return ""
