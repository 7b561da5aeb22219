"""What the plug-in says of itself."""

from django.utils.translation import gettext_lazy as _

from plugins.api import Level, Manifest, WhenOff

MANIFEST = Manifest(
    name="annual-report",
    title=_("Annual report"),
    description=_("The annual report on disclosure: counted, checked, rolled up from units to the city, published."),
    version="1.0",
    compatible=">=1.0,<2",
    app="plugins.contrib.annual_report",
    level=Level.DISTRICT,
    when_off=WhenOff.PLAIN,
    screens=(_("Annual reports of units, districts and the city"),),
    data=(_("Reports with every figure, where it comes from, and who changed it."),),
)
