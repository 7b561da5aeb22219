"""Addresses of plug-ins, each behind the question whether the plug-in is on there.

A pattern that cannot be used (a broken expression, a module that fails) would take every address of the site down, so
each is tried out first, and left out when it fails.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import URLPattern, URLResolver, include, path, re_path
from wagtail.views import serve

from disclosure_pages.public.links import Links
from disclosure_pages.public.place import Place, home_place
from plugins.activation import active_districts, is_active
from plugins.calling import Given, Kind, Trouble, as_it_is, ask, tell
from plugins.collecting import contributions

from .people import plugin_districts

View = Callable[..., HttpResponseBase]
Address = URLPattern | URLResolver
#: No faults of the view: they are answers.
ANSWERS = (Http404, PermissionDenied, SuspiciousOperation)


def public_addresses() -> list[Address]:
    """Public screens, below the home of a district or of the city."""
    found = _grouped("public_addresses", _where_on)
    return [
        re_path(rf"^(?P<where>(?:[\w\-]+/)?){name}/", include((patterns, name), namespace=name))
        for name, patterns in found.items()
    ]


def admin_addresses() -> list[Address]:
    """Screens of the admin."""
    found = _grouped("admin_addresses", _for_people)
    return [
        path(f"plug-ins/{name}/", include((patterns, f"{name}-admin"), namespace=f"{name}-admin"))
        for name, patterns in found.items()
    ]


def _grouped(hook: str, guard: Callable[[str, View], View]) -> dict[str, list[Address]]:
    found: dict[str, list[Address]] = {}
    for given in contributions(hook):
        address = ask(given.plugin, hook, _guarded, given, guard, check=as_it_is)
        if address is not None:
            found.setdefault(given.plugin, []).append(address)
    return found


def _guarded(given: Given[Address], guard: Callable[[str, View], View]) -> Address:
    return _wrap(given.answer, lambda view: guard(given.plugin, view))


def _wrap(address: Address, guard: Callable[[View], View]) -> Address:
    _regex = address.pattern.regex  # compiled when it is asked for
    if isinstance(address, URLPattern):
        return URLPattern(address.pattern, guard(address.callback), address.default_args, address.name)
    inner = [_wrap(each, guard) for each in address.url_patterns]
    return URLResolver(address.pattern, inner, address.default_kwargs, address.app_name, address.namespace)


def _where_on(plugin: str, view: View) -> View:
    """``view`` where the plug-in is on; elsewhere whatever the tree of pages has at this address."""

    @wraps(view)
    def answer(request: HttpRequest, *, where: str, **kwargs: Any) -> HttpResponseBase:
        try:
            place, districts = home_place(where, links=Links(request))
            is_on = is_active(plugin, place.district_id, request=request)
            is_on = is_on or (_is_of_city(view, place) and _is_on_somewhere(plugin, districts))
        except Http404:
            is_on = False
        if not is_on:
            return serve(request, request.path.lstrip("/"))
        return _watched(plugin, view, request, place=place, **kwargs)

    return answer


def _is_of_city(view: View, place: Place) -> bool:
    return place.district_id is None and getattr(view, "is_city_screen", False)


def _is_on_somewhere(plugin: str, districts: list[Place]) -> bool:
    where = active_districts(plugin)
    return where is None or any(district.district_id in where for district in districts)


def _for_people(plugin: str, view: View) -> View:
    """``view`` for people who work where the plug-in is on; absent for all others."""

    @wraps(view)
    def answer(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        districts = plugin_districts(request, plugin)
        if not districts:
            raise Http404
        request.plugin_districts = districts  # type: ignore[attr-defined]
        return _watched(plugin, view, request, **kwargs)

    return answer


def _watched(plugin: str, view: View, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
    """Its own screen may fail as any may; the operator is told whose it was."""
    try:
        return view(request, **kwargs)
    except ANSWERS:
        raise
    except Exception as error:
        where = request.resolver_match.view_name if request.resolver_match else ""
        tell(Trouble(plugin, where, Kind.RAISED, f"{type(error).__name__}: {error}"))
        raise
