"""``documents editions``: first editions of documents that were public before editions were kept."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.steps.report import Report
from disclosure_pages.library.domain.first_editions import documents_without_edition, record_first_editions

from .paths import district_named

NAME = "editions"
HELP = "Write the present text of public documents that have no edition down as their first one. Changes no other."


def add_arguments(parser: ArgumentParser) -> None:
    """Options of the step."""
    parser.add_argument("--district", metavar="SLUG", help="of which district; default: every one")
    parser.add_argument("--dry-run", action="store_true", help="only list the documents")


def run(*, district: str | None, dry_run: bool, **options: Any) -> Report:
    """Write down what is missing; done again, there is nothing left to do."""
    owner = district_named(district) if district is not None else None
    if dry_run:
        titles = list(documents_without_edition(district=owner).values_list("title", flat=True))
    else:
        titles = [edition.title for edition in record_first_editions(district=owner)]
    report = Report()
    report.add([*titles, _summary(len(titles), dry_run)], documents=titles, dry_run=dry_run)
    return report


def _summary(number: int, dry_run: bool) -> str:
    if not number:
        return _("Every public document has an edition.")
    if dry_run:
        text = ngettext("%(number)d document has no edition.", "%(number)d documents have no edition.", number)
    else:
        text = ngettext("%(number)d first edition written down.", "%(number)d first editions written down.", number)
    return text % {"number": number}
