from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ApiConfig(AppConfig):
    """Reading for machines, on the same querysets as the screens; editing with a token."""

    name = "disclosure_pages.api"
    label = "gongkai_api"
    verbose_name = _("API")

    def ready(self) -> None:
        from . import receivers  # noqa: F401  (signal receivers connect on import)
