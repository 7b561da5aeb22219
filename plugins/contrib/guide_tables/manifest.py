"""What the plug-in says of itself."""

from django.utils.translation import gettext_lazy as _

from plugins.api import Level, Manifest, WhenOff

MANIFEST = Manifest(
    name="guide-tables",
    title=_("Guide tables"),
    description=_("Tables that people look things up in, such as a list of schools: typed columns, filters, files."),
    version="1.0",
    compatible=">=1.0,<2",
    app="plugins.contrib.guide_tables",
    level=Level.DISTRICT,
    when_off=WhenOff.PLAIN,
    screens=(_("Guide tables of the district"), _("Rows from a file")),
    data=(_("Tables with their columns and rows, and the days on which they changed."),),
)
