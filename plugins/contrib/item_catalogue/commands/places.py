"""Whose catalogue of which field a step is about."""

from __future__ import annotations

from argparse import ArgumentParser

from django.utils.translation import gettext as _

from plugins.api import City, District, Refused, is_active, place_called
from plugins.contrib.item_catalogue.manifest import MANIFEST
from plugins.contrib.item_catalogue.models import Field


def add_place(parser: ArgumentParser, *, is_required: bool = True) -> None:
    """The options ``--field`` and one of ``--district`` and ``--city``."""
    parser.add_argument("--field", metavar="CODE", required=is_required, help="the field, see “items list”")
    owner = parser.add_mutually_exclusive_group(required=is_required)
    owner.add_argument("--district", metavar="SLUG", help="the catalogue of this district")
    owner.add_argument("--city", metavar="SLUG", nargs="?", const="", help="that of the city, by its slug if several")


def field_asked(code: str) -> Field:
    """The field with that code; raises :class:`Refused` and names those that there are."""
    field = Field.objects.filter(code=code).first()
    if field is None:
        known = ", ".join(Field.objects.values_list("code", flat=True))
        raise Refused(_("There is no field “%(code)s”. There are: %(known)s") % {"code": code, "known": known})
    return field


def owner_asked(*, district: str | None, city: str | None) -> City | District:
    """The district, or the city; raises :class:`Refused` and names those that there are."""
    if district is not None:
        return place_called(District, district)
    cities = list(City.objects.filter(slug=city) if city else City.objects.all())
    if len(cities) != 1:
        known = ", ".join(City.objects.values_list("slug", flat=True)) or "–"
        raise Refused(_("Name one city (--city SLUG). There are: %(known)s") % {"known": known})
    return cities[0]


def refuse_where_off(owner: City | District) -> None:
    """Raise :class:`Refused` for a district where the plug-in is off: nobody there would see what is written."""
    if isinstance(owner, District) and not is_active(MANIFEST.name, owner.pk):
        raise Refused(
            _(
                "The plug-in “Item catalogue” is off in %(district)s. Switch it on: "
                "manage.py plugins enable item-catalogue --district %(slug)s"
            )
            % {"district": owner.name, "slug": owner.slug}
        )
