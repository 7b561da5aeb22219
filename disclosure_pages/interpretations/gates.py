"""What an interpretation asks before it is published, and what it is asked about of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from disclosure_pages.clearance.gates import is_blank
from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.tree.models import DisclosurePage
from plugins.findings import Finding, GateRequest
from plugins.hookspecs import hookimpl

from .domain.needing import is_answered, needs_interpretation
from .enums import InterpretationForm
from .models import Interpretation, InterpretationDays
from .rules import FORMS_OF_PROSE

#: A heading of a body that nothing follows but another heading of the same or a higher level, or the end.
BARE_HEADING = re.compile(
    r"<h2\b[^>]*>(?P<heading>.*?)</h2>\s*(?:<p\b[^>]*>(?:\s|&nbsp;|<br\s*/?>)*</p>\s*)*(?=<h2\b|\Z)", re.DOTALL
)
TAG = re.compile(r"<[^>]+>")


@hookimpl
def publication_gate(request: GateRequest) -> list[Finding]:
    """A document is interpreted or has a waiver; an interpretation has what its form consists of."""
    page = request.page
    if isinstance(page, PolicyDocument):
        return [*_missing_interpretation(page)]
    if isinstance(page, Interpretation):
        return [*_parts_of_form(page), *_bare_headings(page), *_foreign_documents(page)]
    return []


def _missing_interpretation(page: PolicyDocument) -> Iterator[Finding]:
    if needs_interpretation(page, days=InterpretationDays.load()) and not is_answered(page):
        yield Finding(
            code="gongkai.interpretation.missing",
            message=_("A document of this kind becomes public with an interpretation; there is none."),
            remedy=_(
                "Save the document, write an interpretation that names it, or ask the disclosure office for a waiver."
            ),
        )


def _parts_of_form(page: Interpretation) -> Iterator[Finding]:
    if page.form in FORMS_OF_PROSE and is_blank(page.body):
        yield _missing("body", _("The text is missing."), _("Write it, or choose another form."))
    if page.form == InterpretationForm.CHART and not (page.charts.exists() or _has_figure(page)):
        yield _missing("charts", _("There is no chart."), _("Add at least one, with what it says in words."))
    if page.form == InterpretationForm.QUESTIONS and not page.questions.exists():
        yield _missing("questions", _("There are no questions."), _("Add at least one, with its answer."))
    if page.form == InterpretationForm.VIDEO and not (page.video_file_id or page.video_link):
        yield _missing("video_file", _("There is no video."), _("Choose the file, or give the link to it."))
    if (page.video_file_id or page.video_link) and is_blank(page.transcript):
        text = _("The video has no transcript.")
        yield _missing("transcript", text, _("Write down what is said and shown, for those who cannot see or hear it."))
    for number, row in enumerate(page.questions.all(), start=1):
        if is_blank(row.answer):
            text = _("Question %(number)d has no answer.") % {"number": number}
            yield _missing("questions", text, _("Answer it, or remove the question."))


def _has_figure(page: Interpretation) -> bool:
    return any(block.block_type == "figure" for block in page.body)


def _missing(field: str, message: str, remedy: str) -> Finding:
    return Finding(code="gongkai.interpretation.incomplete", field=field, message=message, remedy=remedy)


def _bare_headings(page: Interpretation) -> Iterator[Finding]:
    texts = [block.value.source if block.block_type == "text" else "<hr/>" for block in page.body]
    for match in BARE_HEADING.finditer("".join(texts)):
        yield Finding(
            code="gongkai.interpretation.bare_heading",
            field="body",
            message=_("Nothing stands below the heading “%(heading)s”.") % {"heading": TAG.sub("", match["heading"])},
            remedy=_("Write what belongs there, or remove the heading."),
        )


def _foreign_documents(page: Interpretation) -> Iterator[Finding]:
    """Another unit's draft is nobody's to announce; the finding does not tell its title."""
    keys = [row.document_id for row in page.documents.all()]
    hidden = DisclosurePage.objects.filter(pk__in=[key for key in keys if key], live=False).exclude(unit=page.unit_id)
    for key in hidden.values_list("pk", flat=True):
        yield Finding(
            code="gongkai.interpretation.foreign_document",
            field="documents",
            message=_("Document %(number)d is another unit's and is not public.") % {"number": keys.index(key) + 1},
            remedy=_("Wait until it is public, or let that unit publish the interpretation and name yours in it."),
        )
