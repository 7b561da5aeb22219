"""In the editor: what a document and its interpretations wait for, from either side."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel


class PairPanel(Panel):
    """Shows the other side and its state; there is nothing to fill in."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"heading": _("Published together"), **kwargs})

    class BoundPanel(Panel.BoundPanel):
        template_name = "gongkai_interpretations/pair_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            from .pair_state import pair_state  # the panels are read while models load

            state = pair_state(self.instance, user=self.request.user) if self.request is not None else None
            return {**super().get_context_data(parent_context), "state": state}
