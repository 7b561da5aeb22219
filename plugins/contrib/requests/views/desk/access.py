"""Who looked at whose personal data: for the disclosure office."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _

from plugins.contrib.requests.models import DataAccess
from plugins.contrib.requests.process.transitions import OFFICE

from .base import DeskScreen
from .query import as_in_numbers

PAGE = 50


class AccessScreen(DeskScreen):
    """The newest first; ``text`` narrows it to a registration number or the name of a person."""

    template_name = "gongkai_requests/desk/access.html"
    roles = OFFICE
    page_title = _("Access to personal data")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        text = self.request.GET.get("text", "").strip()[:100]
        found = DataAccess.objects.filter(case__in=self.cases).select_related("case", "user")
        if text:
            found = found.filter(case__number__icontains=as_in_numbers(text)) | found.filter(
                user__display_name__icontains=text
            )
        pages = Paginator(found, PAGE)
        page = pages.get_page(self.request.GET.get("p"))
        more = {"page_obj": page, "elided_page_range": pages.get_elided_page_range(page.number), "text": text}
        return super().get_context_data(**more, **kwargs)
