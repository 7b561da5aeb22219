from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ThemesConfig(AppConfig):
    """Looks of districts: what is installed, who has chosen what, and what a page is shown with."""

    name = "themes"
    label = "gongkai_themes"
    verbose_name = _("Themes")

    def ready(self) -> None:
        from disclosure_pages.public.looks import install_looks

        from . import checks  # noqa: F401  (registered on import)
        from .looks import ThemeLooks

        install_looks(ThemeLooks())
