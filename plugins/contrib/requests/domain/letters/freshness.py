"""Whether a letter still tells the decision as it is: which of its fields are others since the letter was drafted."""

from __future__ import annotations

import json
from typing import Final

from django.utils.translation import gettext as _

from plugins.contrib.requests.enums import CaseState, LetterState
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.models import Case, Decision, Letter
from plugins.contrib.requests.process.papers import DECISION_LETTERS, letters_of
from plugins.contrib.requests.process.transitions import WORKING

FIELDS: Final = ("outcome", "reasons", "basis", "given")
#: What a letter tells that was drafted before any decision was.
NO_DECISION: Final = "{}"


def snapshot_of(case: Case) -> str:
    """The decision of ``case`` as it is now, as JSON."""
    return json.dumps(_said_of(case), ensure_ascii=False)


def _said_of(case: Case) -> dict[str, str]:
    decision = Decision.objects.filter(case=case).first()
    return {name: getattr(decision, name) for name in FIELDS} if decision else {}


def outdated_fields(letter: Letter) -> list[str]:
    """Labels of what is otherwise in the decision now; none for letters that tell none, or are approved.

    A case that ended otherwise, as by a transfer, is told by its letter and not by a draft that nobody approved.
    """
    if letter.state != LetterState.DRAFT or letter.kind not in DECISION_LETTERS or not letter.decision_told:
        return []
    if letter.case.state not in (*WORKING, CaseState.DECIDED):
        return []
    told, now = json.loads(letter.decision_told), _said_of(letter.case)
    changed = [name for name in FIELDS if now.get(name, told.get(name)) != told.get(name)]
    return [str(Decision._meta.get_field(name).verbose_name) for name in changed]  # type: ignore[union-attr]


def refuse_outdated(letter: Letter) -> None:
    """Raise :class:`CaseRefused` that names what the decision says otherwise."""
    if fields := outdated_fields(letter):
        told = _("The letter tells a former decision; it is another one now: %(fields)s. Draft it anew, or confirm it.")
        raise CaseRefused(told % {"fields": "、".join(fields)})


def kind_for(letter: Letter) -> str:
    """The kind of letter that tells the decision as it is: the letter's own, if that is one of them."""
    outcome = _said_of(letter.case).get("outcome")
    kinds = letters_of(outcome) if outcome else (letter.kind,)
    return letter.kind if letter.kind in kinds else kinds[0]
