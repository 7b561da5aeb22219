"""Names of what this room writes into Wagtail's audit log."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

ACTIONS = {
    "gongkai.round.open": (_("Open review round"), _("Units invited to decide")),
    "gongkai.round.cancel": (_("Cancel review round"), _("Review round cancelled")),
    "gongkai.round.conclude": (_("Conclude review round"), _("Result of the review round drafted")),
    "gongkai.round.take_back": (_("Take back the result"), _("Draft of the result taken back")),
    "gongkai.round.undo": (_("Undo review round"), _("Decisions of the review round lifted")),
    "gongkai.force.lift": (_("Lift a relation"), _("Effect on another document lifted")),
    "gongkai.force.annul": (_("Annul a document"), _("Document annulled")),
    "gongkai.reexamination.open": (_("Open re-examination"), _("Units asked to look again")),
    "gongkai.reexamination.release": (_("Release"), _("Released, to be reviewed for publication")),
    "gongkai.reexamination.conclude": (_("Conclude re-examination"), _("Figures of the re-examination drafted")),
    "gongkai.catalogue.confirm": (_("Confirm catalogue entry"), _("Catalogue entry confirmed")),
    "gongkai.catalogue.remove": (_("Remove catalogue entry"), _("Catalogue entry removed")),
}


@hooks.register("register_log_actions")
def register_actions(actions: Any) -> None:
    """Let histories show these acts in words."""
    for name, (label, message) in ACTIONS.items():
        actions.register_action(name, label, message)
