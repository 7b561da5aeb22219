"""A new entry, filled in already as far as an address says."""

from __future__ import annotations

from typing import Any

from cms.registers.views.scoped import ScopedCreateView


class PrefilledCreateView(ScopedCreateView):
    """The report of searches leads here with what readers typed."""

    def get_initial(self) -> dict[str, Any]:
        """Only what the register allows, and only while the form is shown: what is sent speaks for itself."""
        if self.request.method != "GET":
            return {}
        return {name: self.request.GET[name][:300] for name in self.model_admin.prefilled if name in self.request.GET}
