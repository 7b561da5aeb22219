from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RoundsConfig(AppConfig):
    """What is looked at again: documents in review rounds, undisclosed content each year, terms before they end."""

    name = "disclosure_pages.rounds"
    label = "gongkai_rounds"
    verbose_name = _("Review rounds")

    def ready(self) -> None:
        from disclosure_pages.dashboard.panels import register_panel
        from disclosure_pages.library.lists.beside import install_list_beside
        from plugins.registry import register

        from . import gates, receivers  # noqa: F401  (signal receivers connect on import)
        from .panels import PANELS
        from .views.public_catalogue import catalogue_beside

        register(gates, name="gongkai.rounds")
        install_list_beside(catalogue_beside)
        for panel in PANELS:
            register_panel(panel)
