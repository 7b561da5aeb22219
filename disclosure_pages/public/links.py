"""Addresses of pages as one request sees them.

A district may answer under the city's host (``/furong/…``) and under a host of its own. Links stay where the reader
is; the canonical address is always that of the most specific site.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.urls import reverse
from wagtail.models import Site


@dataclass(frozen=True)
class SiteRoot:
    """A site and the part of the tree it shows: ``path`` as in ``Page.url_path``, ``url`` without a final slash."""

    site_id: int
    path: str
    url: str


class Links:
    """Turns ``Page.url_path`` into addresses without loading pages: one query for the site, none for an address.

    Without a request, as on the command line, only canonical addresses mean anything.
    """

    def __init__(self, request: HttpRequest | None) -> None:
        self.site: Any = Site.find_for_request(request)
        self._prefix = reverse("wagtail_serve", args=("",))

    @cached_property
    def roots(self) -> list[SiteRoot]:
        """Every site, the most specific part of the tree first."""
        return [SiteRoot(root.site_id, root.root_path, root.root_url) for root in Site.get_site_root_paths()]

    @property
    def root_path(self) -> str:
        """``url_path`` of the page at ``/`` of the current site."""
        return str(self.site.root_page.url_path) if self.site else "/"

    @property
    def root_depth(self) -> int:
        """Depth in the tree of the page at ``/`` of the current site."""
        return int(self.site.root_page.depth) if self.site else 1

    def to(self, url_path: str) -> str:
        """Address of the page at ``url_path``: within the current site if it shows that page, else with its host."""
        if url_path.startswith(self.root_path):
            return self._prefix + url_path[len(self.root_path) :]
        return self.canonical(url_path)

    def canonical_root(self, url_path: str) -> SiteRoot | None:
        """The site whose address of ``url_path`` counts."""
        return next((root for root in self.roots if url_path.startswith(root.path)), None)

    def canonical(self, url_path: str) -> str:
        """The one full address of the page at ``url_path``; empty when no site shows it."""
        root = self.canonical_root(url_path)
        return f"{root.url}{self._prefix}{url_path[len(root.path) :]}" if root else ""

    def domain(self, url_path: str) -> str:
        """Host name (with a port that is not the usual one) of the canonical address."""
        return urlsplit(self.canonical(url_path)).netloc
