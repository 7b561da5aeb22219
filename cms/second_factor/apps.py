from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SecondFactorConfig(AppConfig):
    """Sign-in with a password and a code."""

    name = "cms.second_factor"
    label = "gongkai_second_factor"
    verbose_name = _("Second factor")
