"""Operations of plug-ins in the public API."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest

from cms.tenancy.models import District
from disclosure_pages.api.public.api import api
from plugins.activation import is_active
from plugins.calling import Given, as_it_is, ask
from plugins.collecting import contributions

View = Callable[..., Any]


def mount_routers() -> None:
    """Below ``plug-ins/NAME/{district}/``; a router that cannot be mounted is left out and told."""
    for given in contributions("api_routers"):
        ask(given.plugin, "api_routers", _mount, given, check=as_it_is)


def _mount(given: Given[Any]) -> None:
    given.answer.add_decorator(_where_on(given.plugin), mode="view")
    api.add_router(f"plug-ins/{given.plugin}/{{district}}", given.answer, tags=[given.plugin])


def _where_on(plugin: str) -> Callable[[View], View]:
    def guard(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            district = District.objects.filter(slug=kwargs.get("district", "")).values_list("pk", flat=True).first()
            if district is None or not is_active(plugin, district, request=request):
                raise Http404
            return view(request, *args, **kwargs)

        return answer

    return guard
