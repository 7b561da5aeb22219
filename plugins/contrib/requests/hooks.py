"""What disclosure on request adds."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api import Job, Slot, SlotPart, Varies, hookimpl

from . import clock_hooks, desk_hooks
from .domain.sweeping import forget_orphans
from .letter_samples import make_letter_samples
from .protection.pending import forget_old
from .samples import make_samples
from .sources import SOURCES
from .views.public import urls as public_urls
from .views.public.way_in import city_way_in, way_in


@hookimpl
def public_addresses() -> list[Any]:
    return list(public_urls.urlpatterns)


@hookimpl
def slot_parts() -> list[Any]:
    return [
        SlotPart(name="way_in", slot=Slot.COLUMN_TOP, render=way_in, varies=Varies.PAGE, seconds=0),
        SlotPart(name="city_way_in", slot=Slot.HOME_BOTTOM, render=city_way_in, seconds=0, is_city=True),
    ]


@hookimpl
def admin_addresses() -> list[Any]:
    return [*desk_hooks.ADDRESSES, *clock_hooks.ADDRESSES]


@hookimpl
def menu_entries() -> list[Any]:
    return [*desk_hooks.ENTRIES, clock_hooks.ENTRY]


@hookimpl
def desk_panels() -> list[Any]:
    return [clock_hooks.PANEL]


@hookimpl
def scheduled_jobs() -> list[Any]:
    title = _("Delete uploads with which no application was sent")
    forgetting = Job(name="forget-uploads", title=title, every=dt.timedelta(hours=1), run=_forget_uploads)
    return [forgetting, *clock_hooks.JOBS, *desk_hooks.JOBS]


def _forget_uploads(district: Any) -> str:
    """Of all districts: uploads belong to none yet."""
    return str(forget_old() + forget_orphans())


@hookimpl
def measures() -> list[Any]:
    return [*clock_hooks.MEASURES]


@hookimpl
def report_figures() -> list[Any]:
    return list(SOURCES)


@hookimpl
def demo_content(district: Any) -> None:
    make_samples(district=district)
    make_letter_samples(district=district)
