"""Which plug-in is under test."""

from __future__ import annotations

from plugins.discovery import discovered

BUNDLED = "plugins.contrib."


def plugin_under_test() -> str:
    """Of the plug-ins that do not come with the product the only one; raises ``LookupError`` when it is not alone."""
    found = [one.manifest.name for one in discovered().installed if not one.manifest.package.startswith(BUNDLED)]
    if len(found) != 1:
        raise LookupError(f"Name the plug-in under test; there are: {', '.join(found) or 'none'}.")
    return found[0]
