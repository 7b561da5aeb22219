from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ImportingConfig(AppConfig):
    """Official documents from files and lists."""

    name = "disclosure_pages.importing"
    label = "gongkai_importing"
    verbose_name = _("Import of documents")

    def ready(self) -> None:
        from disclosure_pages.public.addresses import register_finder

        from .domain.addresses import find_public_document

        register_finder(find_public_document)
