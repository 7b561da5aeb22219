"""What the item catalogue adds."""

from __future__ import annotations

from typing import Any

from django.urls import path, re_path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plugins.api import Fragment, Measure, MenuEntry, Slot, SlotPart, hookimpl

from .models import Catalogue, Field, Item
from .samples import make_samples
from .views import admin, importing, public
from .views.owners import ROLES

FIELD = r"(?P<field>[a-z0-9-]+)"


@hookimpl
def public_addresses() -> list[Any]:
    return [
        path("", public.fields, name="fields"),
        re_path(rf"^{FIELD}/$", public.catalogue, name="catalogue"),
        re_path(rf"^{FIELD}/catalogue\.(?P<file_format>xlsx|docx)$", public.file, name="file"),
    ]


@hookimpl
def admin_addresses() -> list[Any]:
    return [
        path("", admin.CataloguesScreen.as_view(), name="catalogues"),
        path("import/", importing.UploadScreen.as_view(), name="import"),
        path("import/<int:key>/", importing.ReviewScreen.as_view(), name="review"),
        path("<int:key>/publish/", admin.PublishView.as_view(), name="publish"),
        path("<int:key>/catalogue.<str:file_format>", admin.FileView.as_view(), name="file"),
    ]


@hookimpl
def slot_parts() -> list[Any]:
    return [SlotPart(name="fields", slot=Slot.HOME_BOTTOM, render=fields_of)]


def fields_of(context: Any) -> Fragment | None:
    """The way in, on the home of a district that has a catalogue in effect; addresses are relative to that home."""
    holding = Catalogue.objects.filter(district=context.district).in_effect(on=timezone.localdate())
    found = list(Field.objects.filter(catalogues__in=holding))
    return Fragment("gongkai_items/home.html", {"fields": found}) if found else None


@hookimpl
def menu_entries() -> list[Any]:
    return [MenuEntry(label=_("Item catalogues"), url_name="catalogues", roles=ROLES, icon="list-ol", order=140)]


@hookimpl
def measures() -> list[Any]:
    return [Measure(name="items", title=_("Disclosure items in effect"), value=_count)]


def _count(district: Any, since: Any, until: Any) -> int:
    """As of the last day."""
    count: int = Item.objects.in_effect(on=until).filter(catalogue__district=district).count()
    return count


@hookimpl
def demo_content(district: Any) -> None:
    make_samples(district=district)
