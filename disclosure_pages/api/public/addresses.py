"""Absolute addresses of pages and of the API's own answers."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from wagtail.models import Site

NAMESPACE = "gongkai_public_api"
LOCAL_ADDRESS = re.compile(r'(?<=\s)(href|src)="(/[^"/][^"]*|/)"')


def api_address(request: HttpRequest, name: str, *args: Any, **query: Any) -> str:
    """Address of the API's operation ``name``; parameters that are ``None`` are left out."""
    given = {key: value for key, value in query.items() if value is not None}
    path = reverse(f"{NAMESPACE}:{name}", args=args)
    return request.build_absolute_uri(f"{path}?{urlencode(given)}" if given else path)


def page_address(request: HttpRequest, url_path: str) -> str:
    """Canonical address of the page at ``url_path``: that of the most specific site; empty when no site shows it."""
    for root_path, root_url in _roots(request):
        if url_path.startswith(root_path):
            return f"{root_url}{url_path[len(root_path) :]}"
    return ""


def with_absolute_addresses(request: HttpRequest, html: str) -> str:
    """``html`` that can be shown elsewhere: addresses within the site get its host."""
    return LOCAL_ADDRESS.sub(lambda match: f'{match[1]}="{request.build_absolute_uri(match[2])}"', html)


def _roots(request: Any) -> list[tuple[str, str]]:
    """Paths in the tree and the addresses that they have, looked up once for all the pages of an answer."""
    if not hasattr(request, "_gongkai_site_roots"):
        served = reverse("wagtail_serve", args=("",))
        roots = Site.get_site_root_paths()
        request._gongkai_site_roots = [(root.root_path, f"{root.root_url}{served}") for root in roots]
    return request._gongkai_site_roots
