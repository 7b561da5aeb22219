"""Answers of use to everybody are published without a trace of who applied (Art. 44)."""

from __future__ import annotations

from html import escape
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from plugins.api import RoundRefused, Section, begin_draft
from plugins.contrib.requests.enums import EventKind
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.models import Case, DisclosedAnswer
from plugins.contrib.requests.process.acts import Act

from .holding import Hold

#: What must not stand in what is published; the rest is for the reviews.
PERSONAL = ("name", "representative", "identity_number", "phone", "email", "fax", "address")
_SHORTEST = 2


@transaction.atomic
def draft_answer(*, case: Case, section: Section, title: str, question: str, answer: str, user: Any) -> DisclosedAnswer:
    """A draft of a page in ``section``, which the editors of the unit finish and submit, and the reviews decide on.

    Whoever handles the case need not be an editor, and no editor sees the case. Raises :class:`CaseRefused` while a
    text still holds something of the applicant, and for a section that is not one of the unit of the case.
    """
    hold = Hold(case, Act.PUBLISH, user)
    _refuse_personal(hold.case, (title, question, answer))
    if section not in sections_of(hold.case):
        raise CaseRefused(_("This column is not one of the unit that handles the case."))
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in answer.splitlines() if line.strip())
    texts = {"title": title.strip(), "question": question.strip(), "answer": [("text", paragraphs)]}
    try:
        page = begin_draft(DisclosedAnswer, section=section, user=user, **texts)
    except RoundRefused as error:
        raise CaseRefused(str(error)) from error
    hold.write(EventKind.PUBLISHED, page=page.pk)
    return page


def sections_of(case: Case) -> QuerySet[Section]:
    """Where an answer of ``case`` can be published: the places of its unit that are open."""
    found: QuerySet[Section] = Section.objects.filter(unit=case.unit_id, closed_on=None)
    return found if case.unit_id else found.none()


def _refuse_personal(case: Case, texts: tuple[str, ...]) -> None:
    for name in PERSONAL:
        said = getattr(case, name)
        if len(said) >= _SHORTEST and any(said in text for text in texts):
            label = Case._meta.get_field(name).verbose_name  # type: ignore[union-attr]
            raise CaseRefused(_("The texts still hold something of the applicant: %(field)s.") % {"field": label})
