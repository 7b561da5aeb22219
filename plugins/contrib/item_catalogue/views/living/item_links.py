"""The screen of one item: what counts for it, and what could."""

from __future__ import annotations

import uuid
from typing import Any

from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from plugins.contrib.item_catalogue.domain.coverage import living_items
from plugins.contrib.item_catalogue.domain.linking import (
    is_office_of,
    link_pages,
    link_service,
    linkable_pages,
    removable_links,
)
from plugins.contrib.item_catalogue.models import Item, ItemLink

from .linkable import of_district, with_places
from .linking import OFFERED, SEEING, LinkScreen, SearchForm, ServiceForm, number_in


class ItemScreen(LinkScreen):
    """One item: what counts for it, and a search of what could."""

    template_name = "gongkai_items/living/admin_item.html"
    roles = SEEING

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        items = Item.objects.filter(identity=self.kwargs["identity"], catalogue__district__in=self.districts)
        found = items.select_related("catalogue__field", "catalogue__district", "unit").order_by("-catalogue__version")
        current = found.in_effect(on=timezone.localdate()).first() or found.first()
        if current is None or current.catalogue.district is None:
            raise Http404
        self.item, self.district = current, current.catalogue.district

    @property
    def links(self) -> Any:
        """Everything that is linked to the item."""
        return ItemLink.objects.of_items([self.item.identity], districts=[self.district]).select_related("page")

    def get_page_title(self) -> str:
        return str(self.item)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        search = SearchForm(self.request.GET)
        words = search.words
        links = list(self.links)
        removable = removable_links(self.request.user).filter(pk__in=[link.pk for link in links])
        return super().get_context_data(
            item=self.item,
            living=living_items([self.item])[0],
            links=links,
            removable=set(removable.values_list("pk", flat=True)),
            words=words,
            search=search,
            offered=self._offered(words, links) if words else (),
            is_office=is_office_of(self.request.user, self.district),
            service=kwargs.pop("service", None) or ServiceForm(),
            **kwargs,
        )

    def _offered(self, words: str, links: list[ItemLink]) -> list[Any]:
        pages = of_district(linkable_pages(self.request.user), self.district)
        for word in words.split():
            pages = pages.filter(title__icontains=word)
        pages = pages.exclude(pk__in=[link.page_id for link in links if link.page_id is not None])
        return with_places(pages.order_by(F("latest_revision_created_at").desc(nulls_last=True), "-pk")[:OFFERED])

    def post(self, request: HttpRequest, identity: uuid.UUID) -> HttpResponse:
        asked = request.POST.get("act")
        if asked == "link":
            return self.act(self._link)
        if asked == "unlink":
            return self.act(lambda: self.take_away(self.links))
        return self._service()

    def _link(self) -> str:
        keys = {number_in(key) for key in self.request.POST.getlist("pages")}
        return self.said(
            link_pages(district=self.district, identity=self.item.identity, keys=keys, user=self.request.user)
        )

    def _service(self) -> HttpResponse:
        form = ServiceForm(self.request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(service=form))
        values = {"district": self.district, "identity": self.item.identity, "user": self.request.user}

        def act() -> str:
            link_service(**values, **form.cleaned_data)
            return self.said(1)

        return self.act(act)
