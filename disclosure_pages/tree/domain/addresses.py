"""Former and gone addresses: an address once given out keeps its meaning."""

from __future__ import annotations

from wagtail.models import Page

from disclosure_pages.tree.models import DisclosurePage, FormerAddress, GoneAddress


def record_former_address(*, page: Page, url_path: str) -> None:
    """Remember that ``page`` used to be at ``url_path``; a former address that is in use again is forgotten."""
    if url_path != page.url_path:
        FormerAddress.objects.update_or_create(url_path=url_path, defaults={"page_id": page.pk})
    FormerAddress.objects.filter(url_path=page.url_path).delete()


def find_former(url_path: str) -> tuple[Page, str] | None:
    """The page that used to be at the longest known prefix of ``url_path``, and what follows the prefix.

    Two queries whatever the number of rows. ``url_path`` starts at the tree's root and ends with a slash.
    """
    parts = url_path.strip("/").split("/")
    prefixes = ["/" + "/".join(parts[:count]) + "/" for count in range(1, len(parts) + 1)]
    former = max(
        FormerAddress.objects.filter(url_path__in=prefixes).select_related("page"),
        key=lambda row: len(row.url_path),
        default=None,
    )
    if former is None:
        return None
    return former.page, url_path[len(former.url_path) :]


def find_gone(url_path: str) -> GoneAddress | None:
    """Why nothing is at ``url_path`` any more, if it was withdrawn or deleted as an error."""
    gone = GoneAddress.objects.filter(url_path=url_path).first()
    if gone is not None and DisclosurePage.objects.public().filter(url_path=url_path).exists():
        return None
    return gone
