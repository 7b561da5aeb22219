from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ClearanceConfig(AppConfig):
    """Who reviewed which content, with what result; nothing is public without it."""

    name = "disclosure_pages.clearance"
    label = "gongkai_clearance"
    verbose_name = _("Clearance")

    def ready(self) -> None:
        from disclosure_pages.tree.editor import install_forms
        from disclosure_pages.tree.gate import install_keeper
        from disclosure_pages.tree.locks import install_lock
        from disclosure_pages.tree.readers import install_reader
        from plugins.registry import register

        from . import gates, log_actions, notifications, receivers  # noqa: F401  (both connect on import)
        from .domain.clearing import keep_gate
        from .domain.reading import brought_before_legal_office
        from .forms.submission import ContentCopyForm, SubmissionForm
        from .locks import lock_of

        install_keeper(keep_gate)
        install_lock(lock_of)
        install_reader(brought_before_legal_office)
        install_forms(content_form=SubmissionForm, copy_form=ContentCopyForm)
        register(gates, name="gongkai.clearance")
        notifications.connect()
