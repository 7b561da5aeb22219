"""Other cases of the same applicant about much the same: whoever repeats themselves gets one answer (Art. 36)."""

from __future__ import annotations

from difflib import SequenceMatcher

from plugins.contrib.requests.models import Case
from plugins.contrib.requests.querysets import CaseQuerySet

#: From here on two titles are taken for much the same.
ALIKE = 0.6
_MOST = 200


def similar_cases(case: Case, *, among: CaseQuerySet) -> list[tuple[Case, bool]]:
    """Cases ``among`` those that the person handles by the same applicant, newest first; whether it is much the same.

    Applicants are told apart by a keyed digest; nothing is decrypted.
    """
    if not case.applicant_digest:
        return []
    found = among.filter(applicant_digest=case.applicant_digest).exclude(pk=case.pk).order_by("-pk")[:_MOST]
    return [(one, _are_alike(one.title, case.title)) for one in found]


def _are_alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE
