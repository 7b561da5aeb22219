from __future__ import annotations

import uuid
from itertools import accumulate
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from cms.tenancy.models import District
from disclosure_pages.tree.enums import ColumnPurpose
from disclosure_pages.tree.rules import freshness_limit

from .structural import StructuralPage


class Column(StructuralPage, Page):
    """A column (栏目) of a district. ``column_id`` is its identity; title, numbering and place may change.

    ``title`` is written without numbering. A retired column stays readable and takes no new content.
    """

    # Hidden in reverse: content has a field ``column`` of its own, which Wagtail's ``page.column`` would shadow.
    page_ptr = models.OneToOneField(Page, parent_link=True, on_delete=models.CASCADE, related_name="+")
    district = models.ForeignKey(District, verbose_name=_("district"), on_delete=models.PROTECT, related_name="columns")
    column_id = models.UUIDField(_("column id"), default=uuid.uuid4, unique=True, editable=False)
    numbering = models.CharField(_("numbering"), max_length=20, blank=True)
    position = models.PositiveIntegerField(_("position among its siblings"), default=0)
    note = models.CharField(_("note (备注)"), max_length=200, blank=True)
    description = models.CharField(pgettext_lazy("of a column", "description"), max_length=300, blank=True)
    keywords = models.CharField(_("keywords"), max_length=200, blank=True)
    purpose = models.CharField(_("purpose"), max_length=20, choices=ColumnPurpose.choices, default=ColumnPurpose.OTHER)
    freshness_days = models.PositiveIntegerField(_("stale after so many days"), null=True, blank=True)
    needs_office_approval = models.BooleanField(_("the disclosure office approves too"), default=False)
    retired_on = models.DateField(_("retired on"), null=True, blank=True)

    template = "disclosure_pages/column.html"
    parent_page_types = ["gongkai_tree.DistrictHome", "gongkai_tree.Column"]
    subpage_types = ["gongkai_tree.Column", "gongkai_tree.Section"]

    class Meta:
        verbose_name = _("column")
        verbose_name_plural = _("columns")
        indexes = [models.Index(fields=["district", "position"], name="gongkai_column_by_district")]

    @property
    def numbered_title(self) -> str:
        """The title as it is shown, numbering first."""
        return f"{self.numbering}{self.title}"

    @property
    def freshness_limit(self) -> int:
        """Days without a new publication after which the column is stale."""
        return freshness_limit(title=self.title, purpose=self.purpose, days=self.freshness_days)

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """This column, content by its slug with no trace of the section that holds it, or a column further down."""
        if not path_components:
            return super().route(request, path_components)
        slug, *rest = path_components
        content = self._content(slug) if len(rest) <= 1 else None
        route: RouteResult = (
            content.route(request, rest) if content is not None else route_to_column(self, request, path_components)
        )
        return route

    def _content(self, slug: str) -> Any:
        """Content at this address; only parts of it stand below it, so it is looked for at the last two steps."""
        from .content import DisclosurePage

        here = DisclosurePage.objects.of_column(self).filter(column_slug=slug).values_list("pk", "content_type")
        for key, content_type in here:
            # Content of a kind that is not installed any more has no class; it is routed as what all kinds share.
            kind = ContentType.objects.get_for_id(content_type).model_class() or DisclosurePage
            found: Any = kind._default_manager.get(pk=key)
            found.column = self  # who shows the content shows its column too
            return found
        return None


def route_to_column(page: Page, request: HttpRequest, path_components: list[str]) -> RouteResult:
    """Go from ``page`` down to the deepest column on the way, in one query whatever the level, and on from there."""
    steps = [*accumulate(path_components, "{}{}/".format, initial=page.url_path)][1:]
    column = Column.objects.descendant_of(page).filter(url_path__in=steps).order_by("-depth").first()
    if column is None:
        raise Http404
    return column.route(request, path_components[steps.index(column.url_path) + 1 :])
