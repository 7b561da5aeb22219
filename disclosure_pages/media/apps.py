from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MediaConfig(AppConfig):
    """Documents and images of pages."""

    name = "disclosure_pages.media"
    label = "gongkai_media"
    verbose_name = _("Media")

    def ready(self) -> None:
        from . import receivers  # noqa: F401  (signal receivers connect on import)
