"""Where the library is asked: of one district, or of all districts of a city."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.urls import reverse

from disclosure_pages.public.links import Links
from disclosure_pages.public.place import Place, district_places, place_of_path


@dataclass(frozen=True)
class LibraryPlace:
    """A district's library, or a city's, which holds those of its districts. ``where`` leads the addresses."""

    where: str
    place: Place
    districts: list[int]

    @property
    def is_city(self) -> bool:
        """Whether rows should say of which district they are."""
        return self.place.district_id is None

    def address(self, name: str) -> str:
        """Address of a screen of this library."""
        return reverse(f"gongkai_library:{name}", args=(self.where,))


def library_place(request: HttpRequest, where: str) -> tuple[LibraryPlace, Links]:
    """The library below ``where``: empty on a district's own host and for the city, else a district's slug.

    Raises ``Http404`` where no home page stands.
    """
    links = Links(request)
    place = place_of_path(f"/{where}", links=links)
    home = place.home_path or place.city_path
    if not home or links.to(home) != f"/{where}":
        raise Http404
    if place.district_id is not None:
        return LibraryPlace(where, place, [place.district_id]), links
    below = district_places(city=place.city_id, root_page__live=True)
    return LibraryPlace(where, place, [district.district_id for district in below if district.district_id]), links
