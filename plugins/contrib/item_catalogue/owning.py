"""Whose something is: a city or a district, in two columns of which one is empty."""

from __future__ import annotations

from plugins.api import City, District


def columns_of(owner: City | District) -> dict[str, City | District | None]:
    """Both columns, to make rows and to find them."""
    return {"city": owner, "district": None} if isinstance(owner, City) else {"city": None, "district": owner}
