from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublicConfig(AppConfig):
    """What the public sees: addresses, listings, feeds, errors, cache."""

    name = "disclosure_pages.public"
    label = "gongkai_public"
    verbose_name = _("Public side")
