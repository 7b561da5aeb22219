"""What the review screen shows besides the page itself: parts that the rooms above install.

Some of what is reviewed is never shown to readers, such as a plan; its reviewers have to see it all the same.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from wagtail.admin.ui.components import Component

if TYPE_CHECKING:
    from django.http import HttpRequest

    from disclosure_pages.tree.models import DisclosurePage

Supplement = Callable[["DisclosurePage", "HttpRequest"], Component | None]
_supplements: list[Supplement] = []


def install_supplement(build: Supplement) -> None:
    """Let ``build(draft, request)`` add a part to the review screen; ``None`` when it has nothing to say."""
    if build not in _supplements:
        _supplements.append(build)


def supplements_of(draft: DisclosurePage, request: HttpRequest) -> list[Component]:
    """Parts of the review screen for ``draft``, the version under review, in a stable order."""
    parts = (build(draft, request) for build in _supplements)
    return [part for part in parts if part is not None]
