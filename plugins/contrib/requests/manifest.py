"""What the plug-in says of itself."""

from django.utils.translation import gettext_lazy as _

from plugins.api import Level, Manifest, WhenOff

MANIFEST = Manifest(
    name="requests",
    title=_("Disclosure on request"),
    description=_("Applications for information: public form, desk, time limits that explain themselves, decisions."),
    version="1.0",
    compatible=">=1.0,<2",
    app="plugins.contrib.requests",
    level=Level.DISTRICT,
    when_off=WhenOff.PLAIN,
    screens=(_("Desk of applications"), _("Public form and status of an application")),
    data=(_("Applications with personal data, which is kept encrypted; their log, letters and files."),),
)
