from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PluginsConfig(AppConfig):
    """The mechanism of plug-ins: what is installed, where it is switched on, and how it is asked."""

    name = "plugins"
    label = "gongkai_plugins"
    verbose_name = _("Plug-ins")
