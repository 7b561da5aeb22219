from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ResponsibilityConfig(AppConfig):
    """Reading, planning, applying and watching responsibility tables."""

    name = "disclosure_pages.responsibility"
    label = "gongkai_responsibility"
    verbose_name = _("Responsibility table")
