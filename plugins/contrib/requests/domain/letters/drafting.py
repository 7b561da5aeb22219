"""A letter is written, approved by a second person, and issued."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.api import Role, take_serial, writable
from plugins.contrib.requests.domain.announcing import announce_letter
from plugins.contrib.requests.domain.erased import refuse_erased
from plugins.contrib.requests.domain.fees import note_issue
from plugins.contrib.requests.domain.handling.actors import roles_towards
from plugins.contrib.requests.enums import FileKind, LetterState
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.letters.pdf_file import write_pdf
from plugins.contrib.requests.letters.sheets import LetterSheet
from plugins.contrib.requests.letters.variables import fill, fill_known, variables_in
from plugins.contrib.requests.letters.word_file import write_word
from plugins.contrib.requests.models import Case, CaseFile, Letter
from plugins.contrib.requests.process.papers import DECISION_LETTERS, letters_at_end
from plugins.contrib.requests.redaction import Kind

from .details import refuse_gaps
from .freshness import NO_DECISION, refuse_outdated, snapshot_of
from .holding import locked_letter, refuse_unseen, write_down
from .values import organ_of, values_of
from .wording import template_of


@transaction.atomic
def draft_letter(*, case: Case, kind: str, user: Any) -> Letter:
    """A letter with the approved wording of its kind and with all that the case says; the rest stays to be seen."""
    refuse_erased(case)
    letter: Letter = case.letters.create(drafted_by=user, **draft_of(case, kind))
    write_down(letter, "letter_drafted", user)
    return letter


def draft_of(case: Case, kind: str) -> dict[str, str]:
    """What a draft of ``kind`` says of ``case`` as it is now; raises :class:`CaseRefused` without approved wording."""
    template = template_of(case.district, kind)
    if template.approved_by_id is None:
        raise CaseRefused(_("The disclosure office has not approved the wording of this letter yet."))
    values = values_of(case, kind, basis=template.basis)
    texts = {"title": fill(template.title, values), "body": fill(template.body, values)}
    return {"kind": kind, "organ": organ_of(case), **texts, "decision_told": snapshot_of(case)}


@transaction.atomic
def change_letter(*, letter: Letter, organ: str, title: str, body: str, user: Any, seen: str | None = None) -> Letter:
    """Change a draft; who changes it is its drafter from then on, and cannot approve it.

    ``seen`` is the ``version`` that was changed: raises :class:`CaseRefused` if somebody else changed it since.
    """
    letter = locked_letter(letter, LetterState.DRAFT)
    refuse_unseen(letter, seen)
    letter.organ, letter.title, letter.body = organ.strip(), title.strip(), body.replace("\r\n", "\n").strip()
    letter.drafted_by = user
    letter.save()
    write_down(letter, "letter_changed", user)
    return letter


@transaction.atomic
def fill_letter(*, letter: Letter, user: Any) -> Letter:
    """Put into a draft what the case and the letter details say by now; nobody wrote it, so its drafter stays."""
    letter = locked_letter(letter, LetterState.DRAFT)
    values = _values(letter)
    letter.title, letter.body = fill_known(letter.title, values), fill_known(letter.body, values)
    if letter.decision_told == NO_DECISION:
        letter.decision_told = snapshot_of(letter.case)
    letter.save()
    write_down(letter, "letter_filled", user)
    return letter


def can_fill(letter: Letter) -> bool:
    """Whether something is open in a draft that is said by now."""
    open_ones = variables_in(letter.title + letter.body) if letter.state == LetterState.DRAFT else []
    return not _values(letter).keys().isdisjoint(open_ones) if open_ones else False


def _values(letter: Letter) -> dict[str, str]:
    return values_of(letter.case, letter.kind, basis=template_of(letter.case.district, letter.kind).basis)


@transaction.atomic
def approve_letter(*, letter: Letter, user: Any, seen: str | None = None) -> Letter:
    """The disclosure office approves what somebody else drafted, if nothing is left open in it.

    Raises :class:`CaseRefused` for one that tells the decision otherwise than it is now (:mod:`.freshness`).
    ``seen`` is the ``version`` that was read: one that was changed since is approved by nobody unseen.
    """
    letter = locked_letter(letter, LetterState.DRAFT)
    refuse_unseen(letter, seen)
    if Role.DISCLOSURE_OFFICE not in roles_towards(letter.case, user):
        raise CaseRefused(_("Letters are approved by the disclosure office."))
    if letter.drafted_by_id == user.pk:
        raise CaseRefused(_("You drafted this letter; somebody else of the disclosure office approves it."))
    refuse_outdated(letter)
    refuse_gaps(letter)
    letter.state, letter.approved_by = LetterState.APPROVED, user
    letter.save()
    write_down(letter, "letter_approved", user)
    return letter


@transaction.atomic
def reopen_letter(*, letter: Letter, user: Any) -> Letter:
    """An approved letter that is to be changed is a draft again, and has to be approved again."""
    letter = locked_letter(letter, LetterState.APPROVED)
    letter.state, letter.approved_by = LetterState.DRAFT, None
    letter.save()
    write_down(letter, "letter_reopened", user)
    return letter


@transaction.atomic
def discard_letter(*, letter: Letter, user: Any) -> None:
    """A draft that nobody needs goes; an issued letter stays for ever."""
    letter = locked_letter(letter, LetterState.DRAFT)
    write_down(letter, "letter_discarded", user)
    letter.delete()


@transaction.atomic
def issue_letter(*, letter: Letter, user: Any, day: dt.date | None = None) -> Letter:
    """Give it the next document number of the district and the year, and keep its files.

    ``day`` is today but for what was written before the case came onto the platform. A decision is approved before its
    letter goes out: raises :class:`CaseRefused`. The number belongs to this transaction: if a file cannot be made, no
    number is lost. Raises ``plugins.api.ExportFailed`` then.
    """
    letter = locked_letter(letter, LetterState.APPROVED)
    refuse_gaps(letter)
    _refuse_untimely(letter)
    day = day or timezone.localdate()
    serial = take_serial(scope=f"requests/letters/{letter.case.district_id}", year=day.year)
    letter.number = f"{letter.case.district.name}公开复〔{day.year}〕{serial}号"
    letter.issued_on, letter.state = day, LetterState.ISSUED
    sheet = sheet_of(letter)
    letter.word = _kept(letter, write_word(sheet), Kind.DOCX, user)
    letter.pdf = _kept(letter, write_pdf(sheet), Kind.PDF, user)
    letter.save()
    write_down(letter, "letter_issued", user)
    note_issue(letter, user=user)
    announce_letter(letter)
    return letter


def _refuse_untimely(letter: Letter) -> None:
    """What tells a decision follows it, and tells no other one."""
    case = letter.case
    if letter.kind not in DECISION_LETTERS:
        return
    if not case.is_concluded:
        raise CaseRefused(_("The decision is not approved yet; its letter is issued afterwards."))
    if letter.kind not in letters_at_end(case.state, case.outcome):
        words = {"outcome": case.get_outcome_display()}
        raise CaseRefused(_("The case ended as “%(outcome)s”; this letter tells something else. Discard it.") % words)


def sheet_of(letter: Letter) -> LetterSheet:
    """The letter as it is now, without characters that files cannot hold."""
    organ, number, title, body = map(writable, (letter.organ, letter.number, letter.title, letter.body))
    return LetterSheet(organ, number, title, body, letter.issued_on)


def _kept(letter: Letter, content: bytes, kind: Kind, user: Any) -> CaseFile:
    name = f"{letter.title} {letter.number}.{kind.value}"
    given = {"name": name, "size": len(content), "content_type": kind.content_type, "by": user}
    made: CaseFile = letter.case.files.create(kind=FileKind.LETTER, file=ContentFile(content, name=name), **given)
    return made
