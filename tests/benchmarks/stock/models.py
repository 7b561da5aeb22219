"""Stock pages: a folder and a text, with the tree's own routing and rights and nothing of ours."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from wagtail.models import Page, Site

from disclosure_pages.pages.prose import ProseBlock, ProseField
from disclosure_pages.public.enums import ReadingMode
from disclosure_pages.public.skeleton import Crumb


class StockFolder(Page):
    """A page that only holds others."""


class StockPage(Page):
    """The same fields as an article, shown by the article's own template."""

    template = "disclosure_pages/article.html"

    document_number = models.CharField(max_length=100, blank=True)
    source = models.CharField(max_length=120, blank=True)
    formed_on = models.DateField(null=True)
    body = ProseField(ProseBlock(), blank=True)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """What the template asks for, by Wagtail's own means: ancestors, siblings, site."""
        ancestors = list(self.get_ancestors().filter(depth__gt=1))
        crumbs = [Crumb(page.title, page.get_url(request)) for page in ancestors]
        older = self.get_prev_siblings().live().first()
        newer = self.get_next_siblings().live().first()
        return {
            **super().get_context(request, *args, **kwargs),
            "site": Site.find_for_request(request),
            "page_title": self.title,
            "home_url": crumbs[0].url,
            "reading": ReadingMode(ReadingMode.values[0]),
            "reading_modes": ReadingMode,
            "return_path": request.path,
            "crumbs": crumbs,
            "header_rows": [("来源", self.source), ("成文日期", self.formed_on)],
            "older": older and {"title": older.title, "url": older.get_url(request)},
            "newer": newer and {"title": newer.title, "url": newer.get_url(request)},
            "canonical_url": self.get_full_url(request),
            "is_indexed": True,
        }
