from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TenancyConfig(AppConfig):
    """Registers of the city, its districts and their units."""

    name = "cms.tenancy"
    label = "gongkai_tenancy"
    verbose_name = _("Districts and units")
