from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GuideTablesConfig(AppConfig):
    """Tables with typed columns, as pages of the column tree."""

    name = "plugins.contrib.guide_tables"
    label = "gongkai_tables"
    verbose_name = _("Guide tables")

    def ready(self) -> None:
        from . import receivers  # noqa: F401  (receivers register on import)
        from .views.files import install_files

        install_files()
