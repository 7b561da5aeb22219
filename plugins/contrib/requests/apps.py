from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RequestsConfig(AppConfig):
    """Applications for information and what becomes of them."""

    name = "plugins.contrib.requests"
    label = "gongkai_requests"
    verbose_name = _("Disclosure on request")

    def ready(self) -> None:
        """Say before a start in production what keys are missing."""
        from . import checks  # noqa: F401  (registered on import)
