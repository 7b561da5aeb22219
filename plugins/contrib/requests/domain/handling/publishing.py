"""Answers of use to everybody are published without a trace of who applied (Art. 44)."""

from __future__ import annotations

from html import escape
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from plugins.api import Section
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
    """A draft of a page in ``section``, of which the reviews decide.

    Raises :class:`CaseRefused` while a text still holds something of the applicant, and for people who may not write
    in ``section``.
    """
    hold = Hold(case, Act.PUBLISH, user)
    _refuse_personal(hold.case, (title, question, answer))
    if not section.permissions_for_user(user).can_add_subpage():
        raise CaseRefused(_("You may not write in this column; an editor of the unit makes the page."))
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in answer.splitlines() if line.strip())
    page = DisclosedAnswer(
        title=title.strip(), question=question.strip(), answer=[("text", paragraphs)], live=False, owner=user
    )
    section.add_child(instance=page)
    page.save_revision(user=user, log_action=True)
    hold.write(EventKind.PUBLISHED, page=page.pk)
    return page


def _refuse_personal(case: Case, texts: tuple[str, ...]) -> None:
    for name in PERSONAL:
        said = getattr(case, name)
        if len(said) >= _SHORTEST and any(said in text for text in texts):
            label = Case._meta.get_field(name).verbose_name  # type: ignore[union-attr]
            raise CaseRefused(_("The texts still hold something of the applicant: %(field)s.") % {"field": label})
