"""Names of what this plug-in writes into Wagtail's audit log."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from .process.acts import Act

ACTIONS = {
    "gongkai.requests.submitted": (_("Submit application"), _("Application submitted")),
    "gongkai.requests.code_renewed": (_("Give a new tracking code"), _("New tracking code given")),
    "gongkai.requests.entered": (_("Enter application"), _("Application entered at the desk")),
    "gongkai.requests.revealed": (_("Show personal data"), _("Personal data shown")),
    "gongkai.requests.exported": (_("Export a case"), _("Data of a case exported")),
    "gongkai.requests.rule_kept": (_("Change rule of keeping"), _("Rule of keeping changed")),
    "gongkai.requests.fee_rule_kept": (_("Change rule of fees"), _("Rule of fees changed")),
    "gongkai.requests.source_added": (_("Add a file"), _("File with the information added")),
    "gongkai.requests.redacted": (_("Redact a file"), _("Redacted copy of a file made")),
    "gongkai.requests.template_written": (_("Change a letter's wording"), _("Wording of a letter changed")),
    "gongkai.requests.template_approved": (_("Approve a letter's wording"), _("Wording of a letter approved")),
    "gongkai.requests.template_dropped": (_("Give up a letter's wording"), _("Own wording of a letter given up")),
    "gongkai.requests.details_kept": (_("Change letter details"), _("Letter details changed")),
    "gongkai.requests.letter_drafted": (_("Draft a letter"), _("Letter drafted")),
    "gongkai.requests.letter_changed": (_("Change a letter"), _("Letter changed")),
    "gongkai.requests.letter_filled": (_("Fill gaps of a letter"), _("Gaps of a letter filled")),
    "gongkai.requests.letter_redrafted": (_("Draft a letter anew"), _("Letter drafted anew from the decision")),
    "gongkai.requests.letter_restored": (
        _("Take a letter's former text back"),
        _("Letter has its former text again"),
    ),
    "gongkai.requests.letter_confirmed": (_("Confirm a letter"), _("Letter confirmed against a changed decision")),
    "gongkai.requests.letter_approved": (_("Approve a letter"), _("Letter approved")),
    "gongkai.requests.letter_reopened": (_("Change an approved letter"), _("Approved letter is a draft again")),
    "gongkai.requests.letter_discarded": (_("Discard a letter"), _("Draft of a letter discarded")),
    "gongkai.requests.letter_issued": (_("Issue a letter"), _("Letter issued")),
    "gongkai.requests.fee_asked": (_("Ask for a fee"), _("Fee asked for")),
    "gongkai.requests.paid": (_("Record a payment"), _("Payment recorded")),
    "gongkai.requests.erased": (_("Erase personal data"), _("Personal data erased by the rule of keeping")),
}


@hooks.register("register_log_actions")
def register_actions(actions: Any) -> None:
    """Let histories show these acts in words."""
    for act in Act:
        actions.register_action(f"gongkai.requests.{act.value}", act.label, act.label)
    for name, (label, message) in ACTIONS.items():
        actions.register_action(name, label, message)
