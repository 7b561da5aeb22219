"""What the admin's forms of content are: decided above the tree, installed here when the process starts.

The tree cannot import the clearance room, which stands on top of it; Wagtail reads both classes from the page type.
"""

from __future__ import annotations

from typing import Any


def install_forms(*, content_form: type[Any], copy_form: type[Any]) -> None:
    """Let every kind of content that brings no form of its own be edited and copied with these."""
    from .models import DisclosurePage

    DisclosurePage.base_form_class = content_form
    DisclosurePage.copy_form_class = copy_form
