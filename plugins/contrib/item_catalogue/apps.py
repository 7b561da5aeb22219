from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ItemCatalogueConfig(AppConfig):
    """Catalogues of disclosure items, field by field, of a city and of its districts."""

    name = "plugins.contrib.item_catalogue"
    label = "gongkai_items"
    verbose_name = _("Item catalogue")

    def ready(self) -> None:
        """Auditors of the city keep the list of fields, beside the system administrator."""
        from plugins.api import Role, add_register

        add_register("field", kept_by=frozenset({Role.CITY_AUDITOR}), read_by=frozenset({Role.DISCLOSURE_OFFICE}))
