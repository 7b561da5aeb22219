from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MediaConfig(AppConfig):
    """Documents and images of pages."""

    name = "disclosure_pages.media"
    label = "gongkai_media"
    verbose_name = _("Media")

    def ready(self) -> None:
        from wagtail.permissions import policy_registry

        from . import receivers  # noqa: F401  (signal receivers connect on import)
        from .models import DisclosureDocument, DisclosureImage
        from .permission_policies import DOCUMENT_POLICY, IMAGE_POLICY

        # ``exact_class`` wins over what Wagtail's own apps register for the same models after this one.
        policy_registry.register(DisclosureDocument, DOCUMENT_POLICY, exact_class=True)
        policy_registry.register(DisclosureImage, IMAGE_POLICY, exact_class=True)
