"""A draft that tells a former decision: written anew, taken back, or confirmed as it stands."""

from __future__ import annotations

import json
from typing import Any, Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.contrib.requests.domain.handling.holding import Hold
from plugins.contrib.requests.enums import EventKind, LetterState
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.letters.kinds import label_of
from plugins.contrib.requests.models import Letter
from plugins.contrib.requests.process.acts import Act

from .drafting import draft_of
from .freshness import kind_for, outdated_fields, snapshot_of
from .holding import locked_letter, refuse_unseen, write_down

#: What a former text keeps of the letter.
KEPT: Final = ("kind", "organ", "title", "body", "decision_told")


@transaction.atomic
def redraft_letter(*, letter: Letter, user: Any, seen: str | None = None) -> Letter:
    """Write a draft anew from the decision as it is, with the approved wording of its kind; the text before is kept.

    Where the decision has another outcome now, the letter becomes the one of that outcome. ``seen`` is the version that
    was read.
    """
    letter = locked_letter(letter, LetterState.DRAFT)
    refuse_unseen(letter, seen)
    return _write(letter, draft_of(letter.case, kind_for(letter)), "letter_redrafted", user)


@transaction.atomic
def restore_letter(*, letter: Letter, user: Any, seen: str | None = None) -> Letter:
    """Take the last former text back; the one that it replaces is kept in its turn."""
    letter = locked_letter(letter, LetterState.DRAFT)
    refuse_unseen(letter, seen)
    former = former_texts(letter)
    if not former:
        raise CaseRefused(_("This letter has no former text."))
    last = former.pop()
    letter.former = json.dumps(former, ensure_ascii=False)
    return _write(letter, {name: last[name] for name in KEPT}, "letter_restored", user)


@transaction.atomic
def confirm_letter(
    *, letter: Letter, user: Any, reason: str = "", seen: str | None = None, against: str | None = None
) -> Letter:
    """The text is right for the decision as it is now; the log of the case keeps by whom, and the ``reason``.

    ``against`` is the decision that was read (:func:`snapshot_of`). Raises :class:`CaseRefused` without a reason, where
    nothing is to be confirmed, and for a letter that tells another outcome.
    """
    letter = locked_letter(letter, LetterState.DRAFT)
    refuse_unseen(letter, seen)
    now = snapshot_of(letter.case)
    if against not in (None, now):
        raise CaseRefused(_("The decision was drafted anew meanwhile. Read it as it is now, then do it again."))
    if not reason.strip():
        raise CaseRefused(_("Say why the letter is right as it stands; the log of the case keeps it."))
    if not outdated_fields(letter):
        raise CaseRefused(_("The letter tells the decision as it is; there is nothing to confirm."))
    if kind_for(letter) != letter.kind:
        raise CaseRefused(_("The decision has another outcome now; draft the letter anew."))
    letter.decision_told = now
    letter.save(update_fields=["decision_told"])
    words = {"letter": label_of(letter.kind), "reason": reason.strip()}
    note = _("The letter “%(letter)s” is confirmed although the decision was drafted anew: %(reason)s") % words
    Hold(letter.case, Act.NOTE, user, text=note).write(EventKind.NOTE, text=note)
    write_down(letter, "letter_confirmed", user)
    return letter


def former_texts(letter: Letter) -> list[dict[str, str]]:
    """Texts that the letter had before it was drafted anew, the last one last; ``at`` is when it ceased to be (ISO)."""
    found: list[dict[str, str]] = json.loads(letter.former or "[]")
    return found


def _write(letter: Letter, values: dict[str, str], act: str, user: Any) -> Letter:
    """Who does so is the drafter from then on, and cannot approve it."""
    kept = {name: getattr(letter, name) for name in KEPT}
    before = [*former_texts(letter), {**kept, "at": timezone.now().isoformat(), "by": str(letter.drafted_by)}]
    letter.former = json.dumps(before, ensure_ascii=False)
    for name, value in values.items():
        setattr(letter, name, value)
    letter.drafted_by = user
    letter.save()
    write_down(letter, act, user)
    return letter
