"""``documents force NUMBER [--on DAY] [--as-known-on DAY]``: legal force on a day, as it was known on a day."""

from __future__ import annotations

import datetime as dt
from argparse import ArgumentParser
from typing import Any

from django.utils.translation import gettext as _

from cms.steps.report import Report
from disclosure_pages.documents.days import iso_day
from disclosure_pages.documents.models import LegalRecord, PolicyDocument
from disclosure_pages.documents.numbers.document_number import normalise, parse_document_number
from disclosure_pages.importing.exceptions import ImportRefused
from disclosure_pages.library.documents.asking import Question, answer
from disclosure_pages.library.documents.law import Law, Statement, law_of
from disclosure_pages.public.links import Links

from .paths import district_named

NAME = "force"
HELP = "The legal force of a document on a day, and what was said of it on another day."


def add_arguments(parser: ArgumentParser) -> None:
    """Options of the step."""
    parser.add_argument("number", metavar="NUMBER", help="a document number in any spelling")
    parser.add_argument("--district", metavar="SLUG", help="of which district; default: every one")
    parser.add_argument("--on", type=iso_day, metavar="DAY", help="the day in law, YYYY-MM-DD; default: today")
    parser.add_argument("--as-known-on", type=iso_day, metavar="DAY", help="what was on record at the end of this day")


def run(
    *, number: str, district: str | None, on: dt.date | None, as_known_on: dt.date | None, **options: Any
) -> Report:
    """Every published document of that number: one usually, several if districts share an agency code."""
    records = LegalRecord.objects.public().select_related("page", "district")
    if district is not None:
        records = records.of_district(district_named(district))
    found = list(records.filter(number_key=normalise(number)).order_by("district", "pk"))
    if not found:
        raise ImportRefused(_("No published document has the number “%(number)s”.") % {"number": number}, _near(number))
    report, question = Report(), Question(on=on, known=as_known_on)
    documents = [_told(report, record, record.page, question) for record in found if record.page is not None]
    report.add([], documents=documents)
    return report


def _near(number: str) -> str:
    known = LegalRecord.objects.public().exclude(number="").values_list("number", flat=True)
    parsed = (parse_document_number(text) for text in known.iterator())
    from disclosure_pages.documents.numbers.nearest import nearest  # loaded with the first number that is unknown

    near = nearest(number, (candidate for candidate in parsed if candidate is not None))
    if not near:
        return _("Compare it with the list of the library.")
    return _("The nearest ones are: %(numbers)s") % {"numbers": "、".join(map(str, near))}


def _told(report: Report, record: LegalRecord, page: PolicyDocument, question: Question) -> dict[str, Any]:
    links = Links(None)
    law = law_of(record, page, links=links)
    asked = question if question.is_asked else Question(on=law.today)
    told = answer(asked, law=law, record=record, links=links)
    statement = told.statement if told else None
    report.add([f"{record}", *_lines(asked.on or law.today, statement)])
    return {
        "number": record.number,
        "title": record.title,
        "district": record.district.slug,
        "url": links.canonical(page.url_path),
        "on": (asked.on or law.today).isoformat(),
        "as_known_on": question.known.isoformat() if question.known else None,
        "force": statement.force if statement else None,
        "reason": statement.sentence if statement else "",
        "periods": _periods(law) if question.known is None else [],
    }


def _lines(on: dt.date, statement: Statement | None) -> list[str]:
    if statement is None:
        return [_("    On %(day)s: nothing had been published about it.") % {"day": on.isoformat()}]
    return [f"    {on.isoformat()}: {statement.label}", f"    {statement.sentence}"]


def _periods(law: Law) -> list[dict[str, Any]]:
    return [
        {
            "force": one.force,
            "starts_on": one.period.starts_on and one.period.starts_on.isoformat(),
            "ends_on": one.period.ends_on and one.period.ends_on.isoformat(),
            "reason": one.sentence,
        }
        for one in law.statements
    ]
