"""``documents addresses check FILE --district SLUG``: which addresses of an old portal lead somewhere."""

from __future__ import annotations

from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from cms.steps.report import Report
from disclosure_pages.importing.addresses import lines_of_file
from disclosure_pages.importing.domain.addresses import check_addresses
from disclosure_pages.importing.enums import Lead

from .paths import district_named, read_path

NAME = "addresses"
HELP = "Which of a file of old addresses lead to a document, and which are gaps. Exit status 1 when there are gaps."


def add_arguments(parser: ArgumentParser) -> None:
    """Options of the step."""
    parser.add_argument("act", choices=["check"])
    parser.add_argument("path", type=Path, metavar="FILE", help="an address a line, or CSV with addresses in front")
    parser.add_argument("--district", required=True, metavar="SLUG")


def run(*, path: Path, district: str, **options: Any) -> Report:
    """Look every address up."""
    owner = district_named(district)
    checked = check_addresses(lines_of_file(read_path(path)), district=owner)
    counts = Counter(one.lead for one in checked)
    report = Report(is_failure=bool(counts[Lead.NOWHERE]))
    report.add(f"{lead.label}: {counts[lead]}" for lead in Lead if counts[lead])
    gaps = [one for one in checked if one.lead in {Lead.NOWHERE, Lead.WAITING}]
    report.add(
        [_("Line %(number)d: %(address)s %(lead)s") % _words(one) for one in gaps],
        counts={lead.value: counts[lead] for lead in Lead},
        addresses=[
            {"line": one.number, "address": one.text, "lead": one.lead.value, "target": one.target} for one in checked
        ],
    )
    return report


def _words(one: Any) -> dict[str, Any]:
    return {"number": one.number, "address": one.text, "lead": one.lead.label}
