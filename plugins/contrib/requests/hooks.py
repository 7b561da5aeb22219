"""What disclosure on request adds."""

from __future__ import annotations

from typing import Any

from plugins.api import hookimpl

from .views.public import urls as public_urls


@hookimpl
def public_addresses() -> list[Any]:
    return list(public_urls.urlpatterns)
