"""Names of what this plug-in writes into Wagtail's audit log."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

ACTIONS = {
    "gongkai.annual.begun": (_("Begin annual report"), _("Annual report begun")),
    "gongkai.annual.counted": (_("Count annual report"), _("Figures of the annual report counted")),
    "gongkai.annual.filled": (_("Fill in annual report"), _("Figures of the annual report changed")),
    "gongkai.annual.texts_changed": (_("Change texts of annual report"), _("Texts of the annual report changed")),
    "gongkai.annual.submitted": (_("Submit annual report"), _("Annual report submitted")),
    "gongkai.annual.taken_back": (_("Take annual report back"), _("Annual report taken back")),
    "gongkai.annual.accepted": (_("Accept annual report"), _("Annual report accepted")),
    "gongkai.annual.returned": (_("Return annual report"), _("Annual report returned")),
    "gongkai.annual.imported": (_("Import figures"), _("Figures taken from the file of a report")),
    "gongkai.annual.texts_imported": (_("Import texts"), _("Texts taken from the file of a report")),
    "gongkai.annual.page_made": (_("Make page"), _("Page made of the annual report")),
    "gongkai.annual.published": (_("Publish annual report"), _("Annual report published")),
    "gongkai.annual.withdrawn": (_("Take annual report off the site"), _("Annual report taken off the site")),
    "gongkai.annual.start_set": (_("Set first day of a source"), _("First day of a source of figures set")),
    "gongkai.annual.start_left": (_("Leave first day to the source"), _("First day left to the source of figures")),
    "gongkai.annual.issuer_named": (_("Add issuer as alias"), _("Issuer added as an alias of a unit")),
    "gongkai.annual.issuer_outside": (_("Set issuer aside"), _("Issuer said to be none of the district's")),
    "gongkai.annual.issuer_inside": (_("List issuer again"), _("Issuer listed again")),
}


@hooks.register("register_log_actions")
def register_actions(actions: Any) -> None:
    """Let histories show these acts in words."""
    for name, (label, message) in ACTIONS.items():
        actions.register_action(name, label, message)
