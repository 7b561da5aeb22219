"""Cases whose clock rests on a notice that went to nobody yet: of correction, of extension, of a fee."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q

from plugins.contrib.requests.enums import CaseState, EventKind, LetterState
from plugins.contrib.requests.letters.kinds import Procedural, label_of
from plugins.contrib.requests.models import Case, CaseEvent, FeeNotice, Letter
from plugins.contrib.requests.querysets import CaseQuerySet


def lacking_notice(cases: CaseQuerySet) -> CaseQuerySet:
    """Open ones of ``cases`` with at least one such notice."""
    lacking = Q()
    for found in _lacking().values():
        lacking |= found
    return cases.open().filter(lacking)


def notices_lacking(case: Case) -> list[str]:
    """Labels of the letters that ``case`` lacks; one query."""
    flags = {f"lacks_{kind}": found for kind, found in _lacking().items()}
    row = Case.objects.open().filter(pk=case.pk).annotate(**flags).values(*flags).first() or {}
    return [label_of(kind) for kind in _lacking() if row.get(f"lacks_{kind}")]


def _lacking() -> dict[str, Q]:
    """By kind of letter. What was answered or paid meanwhile needs none; a fee may have been served on paper."""
    issued = Letter.objects.filter(case=OuterRef("pk"), state=LetterState.ISSUED)
    extended = CaseEvent.objects.filter(case=OuterRef("pk"), kind=EventKind.EXTENDED)
    later = Letter.objects.filter(case=OuterRef("case"), state=LetterState.ISSUED, issued_on__gte=OuterRef("asked_on"))
    served = CaseEvent.objects.filter(case=OuterRef("case"), kind=EventKind.FEE_SERVED, day__gte=OuterRef("asked_on"))
    fees = FeeNotice.objects.filter(case=OuterRef("pk"), paid_on=None)
    return {
        Procedural.CORRECTION: Q(state=CaseState.CORRECTION_ASKED)
        & ~Q(Exists(issued.filter(kind=Procedural.CORRECTION))),
        Procedural.EXTENSION: Q(Exists(extended)) & ~Q(Exists(issued.filter(kind=Procedural.EXTENSION))),
        Procedural.FEE: Q(Exists(fees.exclude(Exists(later.filter(kind=Procedural.FEE))).exclude(Exists(served)))),
    }
