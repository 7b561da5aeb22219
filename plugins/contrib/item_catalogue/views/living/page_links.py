"""The screen of one page: the items for which it counts, and others."""

from __future__ import annotations

import uuid
from typing import Any

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy

from plugins.contrib.item_catalogue.domain.linking import district_key, link_pages, linkable_pages
from plugins.contrib.item_catalogue.models import Item, ItemLink

from .linking import LINKING, OFFERED, LinkScreen, SearchForm


class PageScreen(LinkScreen):
    """One page of the tree: the items for which it counts, and a search of others."""

    template_name = "gongkai_items/living/admin_page.html"
    roles = LINKING
    page_title = gettext_lazy("Disclosure items of this page")

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        found = linkable_pages(request.user).filter(pk=self.kwargs["key"]).specific(defer=True).first()
        self.page = found
        self.district = next((one for one in self.districts if found and one.pk == district_key(found)), None)
        if self.district is None:
            raise Http404

    def get_page_subtitle(self) -> str:
        return str(self.page.title) if self.page else ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        search = SearchForm(self.request.GET)
        words = search.words
        items = Item.objects.filter(catalogue__district=self.district).in_effect(on=timezone.localdate())
        items = items.select_related("catalogue__field").order_by("catalogue__field__order", "position")
        links = list(ItemLink.objects.filter(district=self.district).of_page(self.page).select_related("page"))
        by_identity = {item.identity: item for item in items.filter(identity__in={link.identity for link in links})}
        return super().get_context_data(
            subject=self.page,
            rows=[(link, by_identity.get(link.identity)) for link in links],
            words=words,
            search=search,
            offered=list(_matching(items, words).exclude(identity__in=by_identity)[:OFFERED]) if words else (),
            **kwargs,
        )

    def post(self, request: HttpRequest, key: int) -> HttpResponse:
        if request.POST.get("act") == "unlink":
            return self.act(lambda: self.take_away(ItemLink.objects.filter(page=key)))
        return self.act(self._link)

    def _link(self) -> str:
        given = {_identity(text) for text in self.request.POST.getlist("items")}
        made = (
            link_pages(district=self.district, identity=identity, keys=[self.page.pk], user=self.request.user)
            for identity in given
            if identity is not None and self.district is not None and self.page is not None
        )
        return self.said(sum(made))


def _matching(items: Any, words: str) -> Any:
    for word in words.split():
        items = items.filter(Q(first__icontains=word) | Q(second__icontains=word) | Q(content__icontains=word))
    return items


def _identity(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
