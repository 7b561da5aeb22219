"""From the address that a reader sees to the page, and back: what people copy into forms and tables."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from django.urls import reverse

from disclosure_pages.public.links import Links
from disclosure_pages.tree.models import DisclosurePage


def address_of(page: DisclosurePage) -> str:
    """The page's full address; without a site, its path in the tree."""
    return Links(None).canonical(page.url_path) or page.url_path


def page_at(address: str) -> DisclosurePage | None:
    """The public page at ``address``, with or without a host, or as a path in the tree; ``None``: nobody sees one."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    prefix, path = reverse("wagtail_serve", args=("",)), unquote(parts.path)
    path = f"{path.rstrip('/')}/"
    roots = [root for root in Links(None).roots if not parts.netloc or urlsplit(root.url).netloc == parts.netloc]
    paths = [root.path + path[len(prefix) :] for root in roots if path.startswith(prefix)]
    public = DisclosurePage.objects.public()
    return public.filter(url_path__in=[*paths, *([] if parts.netloc else [path])]).first()
