"""What a district does not disclose: by the latest clearance of each content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import OuterRef, QuerySet, Subquery

from disclosure_pages.clearance.models import Clearance
from disclosure_pages.tree.enums import DisclosureAttribute

if TYPE_CHECKING:
    from cms.tenancy.models import District

NOT_DISCLOSED = (DisclosureAttribute.ON_REQUEST, DisclosureAttribute.WITHHELD)


def undisclosed_in(district: District) -> QuerySet[Clearance]:
    """Valid clearances of ``district`` that are the latest of their page and do not let it be public."""
    latest = Clearance.objects.filter(page=OuterRef("page")).order_by("-cleared_at", "-pk").values("pk")[:1]
    held = Clearance.objects.valid().filter(page__district=district, attribute__in=NOT_DISCLOSED)
    found: QuerySet[Clearance] = held.filter(pk=Subquery(latest)).select_related("page").order_by("pk")
    return found
