from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    """Kinds of page that units write."""

    name = "disclosure_pages.pages"
    label = "gongkai_pages"
    verbose_name = _("Pages")

    def ready(self) -> None:
        from plugins.registry import register

        from . import gates

        register(gates, name="gongkai.pages")
