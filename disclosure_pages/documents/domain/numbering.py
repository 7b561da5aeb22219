"""Who decides how the registration numbers of a district look."""

from __future__ import annotations

from django.db.models import QuerySet

from cms.people.domain.roles import Person, districts_of
from cms.tenancy.models import District
from disclosure_pages.documents.rules import NUMBERING_ROLES


def schemes_kept_by(user: Person) -> QuerySet[District]:
    """Districts whose numbers ``user`` decides about."""
    return districts_of(user, NUMBERING_ROLES)
