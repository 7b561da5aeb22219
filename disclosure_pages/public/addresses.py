"""What became of an address at which nothing is found: it moved, it was withdrawn, or it never was.

One row of ``FormerAddress`` stands for a whole subtree, so the page that a row names is asked to route what follows
the former prefix. That may lead to another former address, when both a column and a page below it changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from disclosure_pages.tree.domain.addresses import find_former, find_gone
from disclosure_pages.tree.models import GoneAddress, Section
from disclosure_pages.tree.presentation import part_names

from .links import Links

MAX_STEPS = 5


@dataclass(frozen=True)
class Moved:
    """The content is at ``url`` now; ``keeps_query`` when the query of the request goes along."""

    url: str
    keeps_query: bool = True


Finder = Callable[[HttpRequest], Page | None]
#: Asked in turn about addresses that this site never had; rooms above register theirs when the process starts.
_finders: list[Finder] = []


def register_finder(finder: Finder) -> None:
    """Let ``finder`` answer for addresses of other sites: with a page that is public, or with ``None``."""
    if finder not in _finders:
        _finders.append(finder)


def find_lost(request: HttpRequest, *, links: Links) -> Moved | GoneAddress | None:
    """Where the requested address leads today, or why it leads nowhere; ``None`` when it never led anywhere.

    A former address in front of a page that is not public is not followed: it would tell that the page exists.
    """
    return _find_own(request, links) or _find_from_elsewhere(request, links)


def _find_from_elsewhere(request: HttpRequest, links: Links) -> Moved | None:
    found = next((page for finder in _finders if (page := finder(request)) is not None), None)
    return Moved(links.to(found.url_path), keeps_query=False) if found is not None else None


def _find_own(request: HttpRequest, links: Links) -> Moved | GoneAddress | None:
    path = request.path_info.lstrip("/")
    for page_path, part in _readings(path):
        found = _find(links.root_path + page_path, part, request, links)
        if found is not None:
            return found
    return None


def _readings(path: str) -> Iterator[tuple[str, str]]:
    """``path`` as the address of a page, and as that of a file or another part below one."""
    if path.endswith("/"):
        yield path, ""
    place, _slash, name = path.rstrip("/").rpartition("/")
    if "." in name or name in part_names():
        yield f"{place}/", path[len(place) + 1 :]


def _find(url_path: str, part: str, request: HttpRequest, links: Links) -> Moved | GoneAddress | None:
    for _step in range(MAX_STEPS):
        gone = find_gone(url_path) or _gone_since(url_path)
        if gone is not None:
            return gone
        former = find_former(url_path)
        if former is None:
            return None
        home, rest = _place_now(former[0]), former[1]
        if route := _live_route(home, rest, request):
            own = f"{route.kwargs['part']}/" if "part" in route.kwargs else ""
            return Moved(links.to(route.page.url_path) + own + part)
        url_path = home.url_path + rest
    return None


def _gone_since(url_path: str) -> GoneAddress | None:
    """Content that was withdrawn and then moved along with its column."""
    return GoneAddress.objects.filter(page__url_path=url_path, page__live=False).first()


def _place_now(page: Page) -> Any:
    """The page that answers for a former address; a section has no address, so its column answers for it."""
    specific = page.specific
    return specific.get_parent().specific if isinstance(specific, Section) else specific


def _live_route(home: Any, rest: str, request: HttpRequest) -> RouteResult | None:
    try:
        route: RouteResult = home.route(request, [part for part in rest.split("/") if part])
    except Http404:
        return None
    return route
