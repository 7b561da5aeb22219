from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VisibilityConfig(AppConfig):
    """Who may see which object in the admin and in the editing API."""

    name = "disclosure_pages.visibility"
    label = "gongkai_visibility"
    verbose_name = _("Visibility")

    def ready(self) -> None:
        from . import checks  # noqa: F401  (checks register on import)
