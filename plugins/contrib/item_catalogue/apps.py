from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ItemCatalogueConfig(AppConfig):
    """Catalogues of disclosure items, field by field, of a city and of its districts."""

    name = "plugins.contrib.item_catalogue"
    label = "gongkai_items"
    verbose_name = _("Item catalogue")
