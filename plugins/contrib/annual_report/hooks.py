"""What the annual report adds."""

from __future__ import annotations

from typing import Any

from plugins.api import Finding, GateRequest, SearchText, Slot, SlotPart, hookimpl

from . import flow_hooks
from .api import router
from .counting import SOURCE
from .demo import make_pages
from .gate import findings_of
from .models import AnnualReportPage
from .published import figures_as_texts
from .samples import make_samples
from .views.city import urlpatterns as city_urls
from .views.city_way_in import city_way_in
from .views.flow import urls as flow_urls
from .views.pages import urls as page_urls


@hookimpl
def public_addresses() -> list[Any]:
    """The city's reports stand in no section; those of districts and units are pages."""
    return list(city_urls)


@hookimpl
def slot_parts() -> list[Any]:
    """Pages are kept as a whole and made anew when a report is published; a part kept besides would outlive them."""
    return [SlotPart(name="city_way_in", slot=Slot.HOME_BOTTOM, render=city_way_in, seconds=0, is_city=True)]


@hookimpl
def admin_addresses() -> list[Any]:
    return [*flow_urls.urlpatterns, *page_urls.urlpatterns]


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


@hookimpl
def publication_gate(request: GateRequest) -> list[Finding]:
    """No report is published whose figures do not add up."""
    return findings_of(request.page) if isinstance(request.page, AnnualReportPage) else []


@hookimpl
def api_routers() -> list[Any]:
    return [router]


@hookimpl
def search_texts() -> list[Any]:
    return [SearchText(kind="gongkai_annual.AnnualReportPage", texts=figures_as_texts)]


@hookimpl(trylast=True)  # they are counted from what the samples of others say
def demo_content(district: Any) -> None:
    """Reports of the year that has ended, under way, and those of the two years before as public pages."""
    make_samples(district=district)
    make_pages(district)
