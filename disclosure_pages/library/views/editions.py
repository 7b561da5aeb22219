"""The editions of a document: what changed, what is shown, and what the disclosure office may do about it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import PageLogEntry

from disclosure_pages.clearance.views.found import signed_in
from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.library.domain.editions import ACTIONS, may_hide_editions, refusal_to_hide, refusal_to_show
from disclosure_pages.library.edition_rows import edition_rows
from disclosure_pages.library.models import Edition
from disclosure_pages.visibility.pages import is_in_admin

TITLE = gettext_lazy("Editions")
MOST_DECISIONS = 50


def contents_crumb() -> dict[str, Any]:
    """Where everybody finds the document who may come here; not everybody may edit it."""
    return {"url": reverse("gongkai_clearance:contents"), "label": _("Contents")}


class EditionsView(WagtailAdminTemplateMixin, TemplateView):
    """For whoever comes across the document in the admin; for others it is not there."""

    template_name = "gongkai_library/admin/editions.html"
    page_title = TITLE
    header_icon = "history"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Answer 404 before anything else happens."""
        super().setup(request, *args, **kwargs)
        self.page: PolicyDocument = get_object_or_404(PolicyDocument, pk=kwargs["page_id"])
        if not is_in_admin(signed_in(request), str(self.page.pk)):
            raise Http404
        self.decides = may_hide_editions(page=self.page, user=signed_in(request))

    def get_page_subtitle(self) -> str:
        return str(self.page.get_admin_display_title())

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, contents_crumb(), {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = edition_rows(self.page)
        editions = [row.edition for row in rows]
        rows_and_acts = [(row, self._act(row.edition, among=editions)) for row in rows]
        decisions = PageLogEntry.objects.filter(page=self.page.pk, action__in=ACTIONS).select_related("user")
        return super().get_context_data(
            page=self.page, rows=rows_and_acts, decisions=decisions[:MOST_DECISIONS], decides=self.decides, **kwargs
        )

    def _act(self, edition: Edition, *, among: list[Edition]) -> str:
        """Name of the act that the person may carry out on ``edition``; mostly empty."""
        if not self.decides:
            return ""
        if edition.is_hidden:
            return "" if refusal_to_show(edition, among=among) else "show"
        return "" if refusal_to_hide(edition, among=among) else "hide"
