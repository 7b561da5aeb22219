"""All plug-ins, with where they are on."""

from __future__ import annotations

from typing import Any

from plugins.domain.overview import PluginState, plugin_states

from .base import PluginsView


class IndexView(PluginsView):
    """Of the districts for which the person decides; others are other people's matter."""

    template_name = "gongkai_plugins/index.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        query = self.request.GET.get("q", "").strip()
        states = [state for state in plugin_states() if _speaks_of(state, query)]
        own = {district.pk for district in self.districts}
        rows = [(state, [one for one in state.on_in if one.pk in own]) for state in states]
        return super().get_context_data(rows=rows, query=query, is_tending=self.is_tending, **kwargs)


def _speaks_of(state: PluginState, query: str) -> bool:
    description = str(state.manifest.description) if state.manifest else ""
    return query.lower() in f"{state.name} {state.title} {description}".lower()
