"""Which cases a person handles, and which wait: the vocabulary of the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

from plugins.api import Role, active_districts, districts_of, units_of

from .process.transitions import OPEN

if TYPE_CHECKING:
    from .models import Case  # noqa: F401  (the type parameter)

OFFICE_ROLES = (Role.DISCLOSURE_OFFICE,)
OFFICER_ROLES = (Role.REQUEST_OFFICER,)


class CaseQuerySet(models.QuerySet["Case"]):
    """The gate is :meth:`handled_by`: every screen, file and export of the desk begins there."""

    def handled_by(self, user: Any) -> CaseQuerySet:
        """Cases of the districts whose disclosure office the person is, and of the units that they handle cases for.

        Nobody else sees a case: least access to personal data. There is no short cut for superusers.
        """
        here = Q(district__in=districts_of(user, OFFICE_ROLES)) | Q(unit__in=units_of(user, OFFICER_ROLES))
        return self.filter(here, district__in=active_districts("requests") or ())

    def open(self) -> CaseQuerySet:
        """Those that are not concluded."""
        return self.filter(state__in=OPEN)
