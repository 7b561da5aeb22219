"""Public addresses of plug-ins. Where one is off, its address is what the tree of pages makes of it."""

from __future__ import annotations

from .addresses import public_addresses

urlpatterns = public_addresses()
