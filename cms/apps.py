import logging

from django.apps import AppConfig
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from cms.translation.catalogues import catalogue_files, compile_outdated

logger = logging.getLogger(__name__)


class CmsConfig(AppConfig):
    """The composition root: commands, checks and addresses of the whole project."""

    name = "cms"
    label = "gongkai_cms"
    verbose_name = _("Gongkai")

    def import_models(self) -> None:
        """Compile the catalogues before any app's models are imported.

        This app stands first in ``INSTALLED_APPS``, and some models (those of histories) translate their names while
        they are imported; after that Django would keep the old catalogue for the life of the process.
        """
        try:
            compile_outdated(catalogue_files(settings.LOCALE_PATHS))
        except OSError as error:
            # A read-only installation; check gongkai.W001 says what to do.
            logger.warning("translations were not compiled: %s", error)
        super().import_models()

    def ready(self) -> None:
        """Register the checks, which happens on import, and let structlog write where the standard library does."""
        from . import checks  # noqa: F401
        from .settings.logs import configure_structlog

        configure_structlog()
