"""Pages that can be linked: where they stand."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from wagtail.models import Page

from plugins.api import Column, DisclosurePage, District, Section


def of_district(pages: Any, district: District) -> Any:
    """Those of ``pages`` that stand in ``district``."""
    kinds = (
        DisclosurePage.objects.filter(district=district),
        Column.objects.filter(district=district),
        Section.objects.filter(unit__district=district),
    )
    return pages.filter(Q(*(("pk__in", kind.order_by().values("pk")) for kind in kinds), _connector=Q.OR))


def with_places(pages: Any) -> list[Any]:
    """``pages`` with ``place``: the titles above each, from its column up; one query more."""
    listed = list(pages.select_related("content_type"))
    step = Page.steplen
    above = {page.path[:length] for page in listed for length in range(3 * step, len(page.path), step)}
    titles = dict(Page.objects.filter(path__in=above).values_list("path", "title"))
    for page in listed:
        paths = (page.path[:length] for length in range(3 * step, len(page.path), step))
        page.place = " › ".join(titles[path] for path in paths if path in titles)
    return listed
