"""Full addresses of catalogues and items, as they stand on paper."""

from __future__ import annotations

import uuid

from plugins.api import Links, Place
from plugins.contrib.item_catalogue.permalinks import key_of


def address_of(place: Place, *, links: Links, field: str, identity: uuid.UUID | None = None) -> str:
    """The one address that counts, whatever host the reader came by; that of the catalogue without an item."""
    home = links.canonical(place.home_path)
    steps = ["item-catalogue", field, *([key_of(identity)] if identity is not None else [])]
    return f"{home}{'/'.join(steps)}/" if home else ""


def address_from(url_path: str, home_path: str, *, field: str, identity: uuid.UUID) -> str:
    """The address of an item as seen from the page at ``url_path``: it holds under every host of the district."""
    below = url_path.removeprefix(home_path)
    return "../" * below.count("/") + f"item-catalogue/{field}/{key_of(identity)}/"
