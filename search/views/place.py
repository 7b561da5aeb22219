"""Where it is searched: in one district, or in all districts of a city."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from disclosure_pages.public.contexts.homes import home_crumbs
from disclosure_pages.public.links import Links
from disclosure_pages.public.place import Place, home_place
from disclosure_pages.public.skeleton import Crumb
from search.domain.added import Offered, added_facets
from search.domain.reader_query import Params, ReaderQuery, parse_reader_query
from search.engines.contract import FacetName


@dataclass(frozen=True)
class SearchPlace:
    """A district, or a city with its districts. ``where`` leads the addresses; ``searched`` are the districts."""

    where: str
    place: Place
    searched: list[Place]
    links: Links

    @property
    def districts(self) -> list[str]:
        """Slugs of the districts that are searched."""
        return [district.slug for district in self.searched]

    @cached_property
    def added(self) -> tuple[Offered, ...]:
        """Facets that are offered here and not everywhere."""
        return added_facets(self.districts)

    @property
    def is_city(self) -> bool:
        """Whether hits should say of which district they are."""
        return self.place.district_id is None

    @property
    def home_path(self) -> str:
        """The home page's ``url_path``."""
        return self.place.home_path or self.place.city_path

    @property
    def home_url(self) -> str:
        """The home page's address."""
        return self.links.to(self.home_path)

    @property
    def wider(self) -> str:
        """Address of the search in the whole city; empty when this is it, or when the city has no page."""
        return f"{self.links.to(self.place.city_path)}search/" if self.place.city_path and not self.is_city else ""

    def scopes(self, query: ReaderQuery) -> list[tuple[str, str, bool]]:
        """Where else the same words can be looked for: name, address, and whether it is here. The city comes first."""
        asked = query.encode(page=1, chosen=())
        paths = [(_("All districts"), self.place.city_path), *((one.district, one.home_path) for one in self.searched)]
        return [(name, f"{self.links.to(path)}search/{asked}", path == self.home_path) for name, path in paths if path]

    def read(self, params: Params) -> ReaderQuery:
        """The query string as it can be asked here: within a district there is no other one to choose."""
        query, own = parse_reader_query(params, added=[one.facet for one in self.added]), self.is_city
        return replace(query, chosen=tuple(one for one in query.chosen if own or one[0] is not FacetName.DISTRICT))

    def address(self, name: str) -> str:
        """Address of a screen of this search."""
        return reverse(f"gongkai_search:{name}", args=(self.where,))

    def file_address(self, extension: str) -> str:
        """Address of the hits in a format that a plug-in adds."""
        return reverse("gongkai_search:file", args=(self.where, extension))

    def crumbs(self) -> list[Crumb]:
        """The way down to the home page."""
        if self.is_city:
            return [Crumb(self.place.city, self.home_url)]
        return [*home_crumbs(self.place, links=self.links)[:-1], Crumb(self.place.district, self.home_url)]


def search_place(request: HttpRequest, where: str) -> SearchPlace:
    """The search below ``where``, as for :func:`home_place`. Raises ``Http404`` where no home page stands."""
    links = Links(request)
    place, districts = home_place(where, links=links)
    return SearchPlace(where, place, districts, links)
