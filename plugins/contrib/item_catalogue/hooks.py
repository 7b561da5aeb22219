"""What the item catalogue adds."""

from __future__ import annotations

from typing import Any

from django.urls import include, path, re_path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plugins.api import Fragment, Measure, Menu, MenuEntry, PageButton, Slot, SlotPart, Varies, hookimpl

from . import process_hooks
from .api import router
from .domain.coverage import Coverage, living_items
from .domain.coverage import coverage as figures_of
from .models import Catalogue, Field, Item
from .samples import make_samples
from .views import admin, importing, public
from .views.living import coverage, pictures, platform
from .views.living import item as item_page
from .views.living.belonging import items_of_page
from .views.living.item_links import ItemScreen
from .views.living.linking import LINKING, SEEING
from .views.living.page_links import PageScreen
from .views.owners import ROLES
from .views.process import urls as process_urls

FIELD = r"(?P<field>[a-z0-9-]+)"
KEY = r"(?P<item_key>[0-9a-f]{12}|[0-9a-f-]{32,36})"
PICTURE = r"qr\.(?P<picture_format>svg|png)"


@hookimpl
def public_addresses() -> list[Any]:
    return [
        path("", public.fields, name="fields"),
        re_path(rf"^{FIELD}/$", public.catalogue, name="catalogue"),
        re_path(rf"^{FIELD}/catalogue\.(?P<file_format>xlsx|docx)$", public.file, name="file"),
        re_path(rf"^{FIELD}/{PICTURE}$", pictures.picture, name="catalogue_picture"),
        re_path(rf"^{FIELD}/{KEY}/$", item_page.item, name="item"),
        re_path(rf"^{FIELD}/{KEY}/{PICTURE}$", pictures.picture, name="item_picture"),
    ]


@hookimpl
def admin_addresses() -> list[Any]:
    return [
        path("", admin.CataloguesScreen.as_view(), name="catalogues"),
        path("import/", importing.UploadScreen.as_view(), name="import"),
        path("import/<int:key>/", importing.ReviewScreen.as_view(), name="review"),
        path("process/", include(process_urls.urlpatterns)),
        path("<int:key>/publish/", admin.PublishView.as_view(), name="publish"),
        path("<int:key>/catalogue.<str:file_format>", admin.FileView.as_view(), name="file"),
        path("coverage/", coverage.CoverageScreen.as_view(), name="coverage"),
        path("coverage/<str:table>.<str:file_format>", coverage.CoverageFile.as_view(), name="coverage_file"),
        path("items/", coverage.ItemsScreen.as_view(), name="items"),
        path("items/<uuid:identity>/", ItemScreen.as_view(), name="item"),
        path("platform/", platform.PlatformScreen.as_view(), name="platform"),
        path("pages/<int:key>/", PageScreen.as_view(), name="page"),
    ]


@hookimpl
def slot_parts() -> list[Any]:
    # Pages are kept as a whole and end with pages_anew; a part that was kept besides would outlive them.
    return [
        SlotPart(name="fields", slot=Slot.HOME_BOTTOM, render=fields_of, seconds=0),
        SlotPart(name="items", slot=Slot.CONTENT_BOTTOM, render=items_of_page, varies=Varies.PAGE, seconds=0),
    ]


def fields_of(context: Any) -> Fragment | None:
    """The way in, on the home of a district that has a catalogue in effect; addresses are relative to that home."""
    holding = Catalogue.objects.filter(district=context.district).in_effect(on=timezone.localdate())
    found = list(Field.objects.filter(catalogues__in=holding))
    return Fragment("gongkai_items/home.html", {"fields": found}) if found else None


@hookimpl
def menu_entries() -> list[Any]:
    return [
        MenuEntry(label=_("Item catalogues"), url_name="catalogues", roles=ROLES, icon="list-ol", order=140),
        MenuEntry(label=_("Disclosure items"), url_name="items", roles=SEEING, icon="link", order=141),
        process_hooks.ENTRY,
        MenuEntry(
            label=_("Coverage of disclosure items"),
            url_name="coverage",
            roles=coverage.OVERSEEING,
            icon="list-ol",
            menu=Menu.REPORTS,
        ),
        MenuEntry(label=_("Elements from the platform"), url_name="platform", roles=ROLES, icon="download", order=142),
    ]


@hookimpl
def page_buttons() -> list[Any]:
    return [PageButton(label=_("Disclosure items"), url_name="page", roles=LINKING)]


@hookimpl
def api_routers() -> list[Any]:
    return [router]


@hookimpl
def desk_panels() -> list[Any]:
    return [process_hooks.PANEL]


@hookimpl
def scheduled_jobs() -> list[Any]:
    return [process_hooks.JOB]


@hookimpl
def measures() -> list[Any]:
    return [
        Measure(name="items", title=_("Disclosure items in effect"), value=_count),
        Measure(name="published", title=_("Disclosure items with a publication"), value=_published),
        Measure(name="in_time", title=_("Disclosure items within their time limit"), unit="%", value=_in_time),
    ]


def _count(district: Any, since: Any, until: Any) -> int:
    """As of the last day."""
    count: int = Item.objects.in_effect(on=until).filter(catalogue__district=district).count()
    return count


def _published(district: Any, since: Any, until: Any) -> int:
    """As of today, whatever the days: what was public on a day is not kept."""
    return _figures(district, until).published


def _in_time(district: Any, since: Any, until: Any) -> int | None:
    """Per cent of the items that can be measured, as of today."""
    return _figures(district, until).kept_share


def _figures(district: Any, until: Any) -> Coverage:
    items = Item.objects.in_effect(on=until).filter(catalogue__district=district)
    return figures_of(living_items(items.select_related("catalogue")))


@hookimpl
def demo_content(district: Any) -> None:
    make_samples(district=district)
