from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DashboardConfig(AppConfig):
    """What each role sees first in the admin: its own work."""

    name = "disclosure_pages.dashboard"
    label = "gongkai_dashboard"
    verbose_name = _("Work desk")
