"""What the annual report adds."""

from __future__ import annotations

from typing import Any

from plugins.api import hookimpl

from . import flow_hooks
from .counting import SOURCE
from .views.flow import urls as flow_urls


@hookimpl
def admin_addresses() -> list[Any]:
    return list(flow_urls.urlpatterns)


@hookimpl
def menu_entries() -> list[Any]:
    return [flow_hooks.ENTRY]


@hookimpl
def desk_panels() -> list[Any]:
    return [flow_hooks.PANEL]


@hookimpl
def scheduled_jobs() -> list[Any]:
    return flow_hooks.JOBS


@hookimpl
def measures() -> list[Any]:
    return flow_hooks.MEASURES


@hookimpl
def report_figures() -> list[Any]:
    return [SOURCE]
