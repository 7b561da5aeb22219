from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _


class EffectsConfig(AppConfig):
    """Starts last: takes in the hooks of all plug-ins, and lets the product's rooms show what they add."""

    name = "plugins.effects"
    label = "gongkai_plugin_effects"
    verbose_name = _("Effects of plug-ins")

    def ready(self) -> None:
        from django.db.models.signals import post_migrate

        from disclosure_pages.dashboard.panels import register_panel
        from disclosure_pages.tree.availability import install_availability
        from plugins import calling, incidents
        from plugins.footprints import note_footprints
        from plugins.loading import load_hooks
        from search.building.beside import install_texts, install_values
        from search.domain.added import install_facets

        from . import checks, receivers  # noqa: F401  (registered and connected on import)
        from .api import mount_routers
        from .availability import hidden_pages, showing
        from .panels import contributed_panels
        from .search_facets import facets_in, values_beside
        from .search_texts import texts_beside

        load_hooks()
        post_migrate.connect(note_footprints, sender=apps.get_app_config("gongkai_plugins"))
        install_availability(showing, hidden=hidden_pages)
        install_texts(texts_beside)
        install_values(values_beside)
        install_facets(facets_in)
        for panel in contributed_panels():
            register_panel(panel)
        mount_routers()
        calling.listen(incidents.note)
