"""The one door to the public: who keeps it is installed from above, and without a keeper nothing passes.

The tree cannot import the clearance room, which stands on top of it; so clearance installs its check here when the
process starts. The door fails closed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from .exceptions import NotCleared

if TYPE_CHECKING:
    from .models import DisclosurePage

Keeper = Callable[["DisclosurePage"], None]
_keepers: list[Keeper] = []


def install_keeper(keeper: Keeper) -> None:
    """Install a check that raises :class:`NotCleared` when the content may not be public as it stands."""
    if keeper not in _keepers:
        _keepers.append(keeper)


def has_keeper() -> bool:
    """Whether any check is installed; the system check ``gongkai.E005`` looks at this."""
    return bool(_keepers)


def require_clearance(page: DisclosurePage) -> None:
    """Raise :class:`NotCleared` unless every keeper lets exactly this content of ``page`` be public."""
    if not _keepers:
        raise NotCleared(_("Nothing can be published: no clearance check is installed."))
    for keeper in _keepers:
        keeper(page)
