"""Which files of a case its applicant may have, and from when on."""

from __future__ import annotations

from django.db.models import Max, Q, QuerySet

from plugins.contrib.requests.enums import CaseState, FileKind, LetterState
from plugins.contrib.requests.letters.kinds import Procedural
from plugins.contrib.requests.models import Case, CaseFile, Letter, Redaction
from plugins.contrib.requests.process.papers import DECISION_LETTERS
from plugins.contrib.requests.process.transitions import OPEN

from .telling import SERVED

OWN = (FileKind.APPLICATION, FileKind.SUPPLEMENT)
#: Letters that are written to others, and say who they are.
TO_OTHERS = (Procedural.INQUIRY, Procedural.THIRD_PARTY, Procedural.ORGAN)
#: A decision may be written, and the applicant does not have it yet.
UNSERVED = (*OPEN, CaseState.DECIDED)


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
    """Issued letters to the applicant; that of the decision once it is served.

    Nothing waits to be served in a case that ended without a decision: its last letter is there when it is issued.
    """
    letters = Letter.objects.filter(case=case, state=LetterState.ISSUED).exclude(kind__in=TO_OTHERS)
    return letters.exclude(kind__in=DECISION_LETTERS) if case.state in UNSERVED else letters
