from __future__ import annotations

from typing import Any

from django.db import models
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, PagePermissionTester

from cms.tenancy.models import Unit

from .structural import StructuralPage, StructuralPermissionTester


class SectionPermissionTester(StructuralPermissionTester):
    """A section takes new content while it is open; that is all anyone may do to it."""

    def can_add_subpage(self) -> bool:
        return self.page.specific_deferred.is_open and PagePermissionTester.can_add_subpage(self)


class Section(StructuralPage, Page):
    """The place of one unit under one column: here its editors hold *add* and *change*, and nowhere else.

    It has no public address of its own: its ``url_path`` is its column's, so the addresses of content leave it out
    and a merger of units changes none.
    """

    unit = models.ForeignKey(Unit, verbose_name=_("unit"), on_delete=models.PROTECT, related_name="sections")
    collection = models.ForeignKey(
        "wagtailcore.Collection",
        verbose_name=_("media collection"),
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    closed_on = models.DateField(_("closed on"), null=True, blank=True)

    parent_page_types = ["gongkai_tree.Column"]

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    @property
    def is_open(self) -> bool:
        """Whether new content may be written here."""
        return self.closed_on is None

    def set_url_path(self, parent: Page | None) -> str:
        self.url_path = parent.url_path if parent is not None else "/"
        return self.url_path

    def get_url_parts(self, *args: Any, **kwargs: Any) -> None:
        return None

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        return []

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        raise Http404

    def permissions_for_user(self, user: Any) -> SectionPermissionTester:
        return SectionPermissionTester(user, self)
