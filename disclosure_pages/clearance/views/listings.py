"""What the lists of clearance have in common: who may open them, and the units to filter by."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest
from wagtail.admin.views.reports import ReportView

from cms.people.domain.roles import districts_of, units_of
from cms.people.enums import Role
from cms.tenancy.models import Unit
from disclosure_pages.clearance.held_roles import held_roles
from disclosure_pages.tree.querysets import READING_ROLES, UNIT_ROLES

#: Who keeps an eye on districts: the office on its own, the auditor on the city's, the audit administrator on all.
OVERSEEING_ROLES: tuple[str, ...] = (Role.DISCLOSURE_OFFICE, Role.CITY_AUDITOR, Role.AUDIT_ADMINISTRATOR)


class RoleListView(ReportView):
    """A list for people with one of ``roles``; for others it is not there."""

    roles: ClassVar[tuple[str, ...]] = ()
    is_searchable = False
    paginate_by = 50

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Answer 404 before anything else happens."""
        super().setup(request, *args, **kwargs)
        if not held_roles(request) & set(self.roles):
            raise Http404


def units_in_view(request: HttpRequest) -> QuerySet[Unit]:
    """Units whose content the person may read: what a list can be filtered by."""
    return Unit.objects.filter(
        Q(pk__in=units_of(request.user, UNIT_ROLES).values("pk"))
        | Q(district__in=districts_of(request.user, (*READING_ROLES, Role.AUDIT_ADMINISTRATOR)))
    ).order_by("district", "name")
