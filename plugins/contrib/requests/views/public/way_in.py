"""The way from the column 依申请公开 to the form: the disclosure column ends with it, as the law's guide asks."""

from __future__ import annotations

from typing import Any

from plugins.api import ColumnPurpose, District, Fragment

from .screens import PLUGIN


def way_in(context: Any) -> Fragment | None:
    """Form and state of applications, on the column of the district that is for them."""
    page = context.page
    if getattr(page, "purpose", None) != ColumnPurpose.ON_REQUEST or context.district is None:
        return None
    home = District.objects.values_list("root_page__url_path", flat=True).get(pk=context.district) or ""
    up = "../" * page.url_path.removeprefix(home).count("/")
    return Fragment("gongkai_requests/public/way_in.html", {"entrance": f"{up}{PLUGIN}/"})


def city_way_in(context: Any) -> Fragment | None:
    """The entrance for the whole city, on its home; districts have theirs in their columns."""
    if context.district is not None:
        return None
    return Fragment("gongkai_requests/public/city_way_in.html", {"entrance": f"{PLUGIN}/"})
