from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegistersConfig(AppConfig):
    """The registers of districts, units and memberships, as administrators see them."""

    name = "cms.registers"
    label = "gongkai_registers"
    verbose_name = _("Registers")
