"""Who somebody is towards a case."""

from __future__ import annotations

from typing import Any

from plugins.api import Role, districts_of, units_of
from plugins.contrib.requests.models import Case
from plugins.contrib.requests.process.transitions import APPLICANT, OFFICE


def roles_towards(case: Case, user: Any) -> frozenset[str]:
    """The roles in which ``user`` may act on ``case``; ``None`` is the applicant, whom the public screens know."""
    if user is None:
        return frozenset({APPLICANT})
    roles = set[str]()
    if districts_of(user, OFFICE).filter(pk=case.district_id).exists():
        roles.add(Role.DISCLOSURE_OFFICE)
    if case.unit_id and units_of(user, [Role.REQUEST_OFFICER]).filter(pk=case.unit_id).exists():
        roles.add(Role.REQUEST_OFFICER)
    return frozenset(roles)
