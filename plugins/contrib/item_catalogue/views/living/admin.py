"""Screens on which people link what they publish to items."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django import forms
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.models import Page

from plugins.api import AdminScreen, Column, DisclosurePage, District, Role, Section
from plugins.contrib.item_catalogue.domain.coverage import living_items
from plugins.contrib.item_catalogue.domain.linking import (
    is_office_of,
    link_pages,
    link_service,
    linkable_pages,
    removable_links,
    unlink,
)
from plugins.contrib.item_catalogue.exceptions import ItemsRefused
from plugins.contrib.item_catalogue.models import Item, ItemLink

SEEING = frozenset({Role.EDITOR, Role.MODERATOR, Role.DISCLOSURE_OFFICE, Role.CITY_AUDITOR})
LINKING = frozenset({Role.EDITOR, Role.MODERATOR, Role.DISCLOSURE_OFFICE})
#: Rows that a search offers at once.
OFFERED = 50


class ServiceForm(forms.Form):
    """A service at an outside address."""

    title = forms.CharField(max_length=200, label=gettext_lazy("title of the service"))
    url = forms.URLField(max_length=500, assume_scheme="https", label=gettext_lazy("address of the service"))


class SearchForm(forms.Form):
    """Words of what could be linked."""

    q = forms.CharField(required=False, max_length=100, label=gettext_lazy("Words to search for"))

    @property
    def words(self) -> str:
        """The words, or nothing."""
        return " ".join(self.cleaned_data["q"].split()) if self.is_valid() else ""


class LinkScreen(AdminScreen):
    """A screen that shows links and takes acts on them: ``POST`` with ``act`` (``link``, ``service``, ``unlink``)."""

    header_icon = "link"

    def act(self, act: Callable[[], str]) -> HttpResponse:
        """Carry out ``act`` and tell what came of it; the screen is shown again, with the words of the search."""
        try:
            messages.success(self.request, act())
        except ItemsRefused as error:
            messages.error(self.request, str(error))
        return redirect(self.request.get_full_path())

    def take_away(self, links: Any) -> str:
        """Remove the link that the form names, of ``links``."""
        link = links.filter(pk=_number(self.request.POST.get("link"))).first()
        if link is None:
            raise Http404
        unlink(link=link, user=self.request.user)
        return _("The link is taken away.")

    def said(self, number: int) -> str:
        """How many links are new."""
        told = ngettext("%(number)d link was made.", "%(number)d links were made.", number)
        return told % {"number": number}


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
        return super().get_context_data(
            item=self.item,
            living=living_items([self.item])[0],
            links=links,
            removable=set(
                removable_links(self.request.user).filter(pk__in=links_keys(links)).values_list("pk", flat=1)
            ),
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
        return with_places(pages.order_by("-latest_revision_created_at", "-pk")[:OFFERED])

    def post(self, request: HttpRequest, identity: uuid.UUID) -> HttpResponse:
        asked = request.POST.get("act")
        if asked == "link":
            return self.act(self._link)
        if asked == "unlink":
            return self.act(lambda: self.take_away(self.links))
        return self._service()

    def _link(self) -> str:
        keys = {_number(key) for key in self.request.POST.getlist("pages")}
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


def links_keys(links: list[ItemLink]) -> list[int]:
    """Keys of ``links``."""
    return [link.pk for link in links]


def of_district(pages: Any, district: District) -> Any:
    """Those of ``pages`` that stand in ``district``."""
    kinds = (
        DisclosurePage.objects.filter(district=district),
        Column.objects.filter(district=district),
        Section.objects.filter(unit__district=district),
    )
    return pages.filter(Q(*(("pk__in", kind.order_by().values("pk")) for kind in kinds), _connector=Q.OR))


def district_key(page: Any) -> int:
    """Key of the district of content, a column or a section."""
    key: int = page.unit.district_id if isinstance(page, Section) else page.district_id
    return key


def with_places(pages: Any) -> list[Any]:
    """``pages`` with ``place``: the titles above each, from its column up; one query more."""
    listed = list(pages.select_related("content_type"))
    step = Page.steplen
    above = {page.path[:length] for page in listed for length in range(3 * step, len(page.path), step)}
    titles = dict(Page.objects.filter(path__in=above).values_list("path", "title"))
    for page in listed:
        paths = (page.path[:length] for length in range(3 * step, len(page.path), step))
        page.place = " › ".join(titles[path] for path in paths if path in titles)
    return listed


def _matching(items: Any, words: str) -> Any:
    for word in words.split():
        items = items.filter(Q(first__icontains=word) | Q(second__icontains=word) | Q(content__icontains=word))
    return items


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 19 else 0


def _identity(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
