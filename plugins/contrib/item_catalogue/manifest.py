"""What the plug-in says of itself."""

from django.utils.translation import gettext_lazy as _

from plugins.api import Level, Manifest

MANIFEST = Manifest(
    name="item-catalogue",
    title=_("Item catalogue"),
    description=_("Standard catalogues of what is disclosed in each field, on what basis, when, by whom and where."),
    version="1.0",
    compatible=">=1.0,<2",
    app="plugins.contrib.item_catalogue",
    level=Level.DISTRICT,
    data=(_("Fields, catalogues with their versions, and the items in them."),),
)
