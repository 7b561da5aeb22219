"""A letter in the hands of one act: locked, as it was read, and written down."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from wagtail.log_actions import log

from plugins.contrib.requests.domain.erased import refuse_erased
from plugins.contrib.requests.enums import LetterState
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.models import Case, Letter


def locked_letter(letter: Letter, state: LetterState) -> Letter:
    """The row until the caller's transaction ends; raises :class:`CaseRefused` when it is not in ``state`` any more."""
    # The case first, as its acts do, which take approvals back. Only the rows: PostgreSQL locks no outer join.
    Case.objects.select_for_update().get(pk=letter.case_id)
    Letter.objects.select_for_update().get(pk=letter.pk)
    found: Letter = Letter.objects.select_related("case__district", "case__unit").get(pk=letter.pk)
    refuse_erased(found.case)
    if found.state != state:
        words = {"state": found.get_state_display()}
        raise CaseRefused(_("This letter is “%(state)s” now; somebody else was faster.") % words)
    return found


def refuse_unseen(letter: Letter, seen: str | None) -> None:
    """Raise :class:`CaseRefused` unless ``seen`` is the version that the letter has; ``None`` asks nothing."""
    if seen is not None and seen != letter.version:
        raise CaseRefused(_("The letter was changed meanwhile. Read it as it is now, then do it again."))


def write_down(letter: Letter, act: str, user: Any) -> None:
    """The log names the kind of the letter and never its text."""
    log(letter.case, f"gongkai.requests.{act}", user=user, data={"kind": letter.kind, "number": letter.number})
