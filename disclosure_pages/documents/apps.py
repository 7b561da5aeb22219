from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DocumentsConfig(AppConfig):
    """Policy documents, their numbers, and what is in force on any day."""

    name = "disclosure_pages.documents"
    label = "gongkai_documents"
    verbose_name = _("Policy documents")

    def ready(self) -> None:
        from cms.registers.rules import add_register
        from plugins.registry import register

        from . import gates, log_actions, receivers  # noqa: F401  (both connect on import)

        register(gates, name="gongkai.documents")
        for name in ("documentkind", "topic"):
            add_register(name)
