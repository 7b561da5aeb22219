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
        from plugins.registry import register

        from . import gates, log_actions, notifications, receivers  # noqa: F401  (both connect on import)
        from .domain.clearing import keep_gate
        from .forms.submission import ContentCopyForm, SubmissionForm

        install_keeper(keep_gate)
        install_forms(content_form=SubmissionForm, copy_form=ContentCopyForm)
        register(gates, name="gongkai.clearance")
        notifications.connect()
