"""The roles of whoever sends a request, looked up once for all the menus and screens that ask."""

from __future__ import annotations

from django.http import HttpRequest

from cms.people.domain.roles import roles_of

CACHE = "_gongkai_roles"


def held_roles(request: HttpRequest) -> set[str]:
    """Roles that the person holds today, anywhere."""
    roles: set[str] | None = getattr(request, CACHE, None)
    if roles is None:
        roles = roles_of(request.user)
        setattr(request, CACHE, roles)
    return roles
