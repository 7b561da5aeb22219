"""Where the library is asked: of one district, or of all districts of a city."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from disclosure_pages.public.links import Links
from disclosure_pages.public.place import Place, home_place


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

    def file_address(self, extension: str) -> str:
        """Address of the list in a format that a plug-in adds."""
        return reverse("gongkai_library:file", args=(self.where, extension))


def library_place(request: HttpRequest, where: str) -> tuple[LibraryPlace, Links]:
    """The library below ``where``, as for :func:`home_place`. Raises ``Http404`` where no home page stands."""
    links = Links(request)
    place, districts = home_place(where, links=links)
    return LibraryPlace(where, place, [district.district_id for district in districts if district.district_id]), links
