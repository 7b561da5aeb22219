"""Why no copy is made, in words for whoever wanted one."""

from __future__ import annotations


class RedactionRefused(Exception):
    """No copy was handed out; ``str()`` says why and what helps."""
