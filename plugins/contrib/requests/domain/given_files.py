"""Which files of a case its applicant may have, and from when on."""

from __future__ import annotations

from django.db.models import Max, Q, QuerySet

from plugins.contrib.requests.enums import FileKind, LetterState, Outcome
from plugins.contrib.requests.letters.kinds import Procedural
from plugins.contrib.requests.models import Case, CaseFile, Letter, Redaction

from .telling import SERVED

OWN = (FileKind.APPLICATION, FileKind.SUPPLEMENT)
#: Letters that are written to others, and say who they are.
TO_OTHERS = (Procedural.INQUIRY, Procedural.THIRD_PARTY, Procedural.ORGAN)


def files_for_applicant(case: Case) -> QuerySet[CaseFile]:
    """Their own files and letters to them on the way; once it is served, the decision with what is given.

    Of several redacted copies of a file it is the last one: those before it hid too little or too much.
    """
    letters = letters_for_applicant(case)
    given = Q(kind__in=OWN) | Q(pk__in=letters.values("word")) | Q(pk__in=letters.values("pdf"))
    if case.state in SERVED:
        last = Redaction.objects.filter(source__case=case).values("source").annotate(last=Max("file"))
        given |= Q(kind=FileKind.ANSWER) | Q(kind=FileKind.REDACTED, pk__in=last.values("last"))
    return case.files.filter(given)


def letters_for_applicant(case: Case) -> QuerySet[Letter]:
    """Issued letters to the applicant; that of the decision once it is served."""
    letters = Letter.objects.filter(case=case, state=LetterState.ISSUED).exclude(kind__in=TO_OTHERS)
    return letters if case.state in SERVED else letters.exclude(kind__in=Outcome.values)
