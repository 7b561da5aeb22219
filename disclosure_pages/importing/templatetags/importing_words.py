"""What was recognised, in words."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.translation import gettext_lazy as _

from disclosure_pages.importing.recognition import Certainty, Field
from disclosure_pages.importing.showing import field_name, value_in_words

register = template.Library()

CERTAINTIES = {
    Certainty.SURE: _("✓ sure"),
    Certainty.LIKELY: _("? look at it"),
    Certainty.MISSING: _("– not recognised"),
}
#: What becomes of values that are no field of a draft.
USES = {
    Field.PRINTED_ON: _("For comparison; a draft has no field for it."),
    Field.REGISTRATION: _("Give it to the legal office: it enters the document in the register."),
    Field.ATTACHMENTS: _("Attach these files in the editor; their text in this file is taken over."),
}


@register.filter
def certainty_in_words(item: dict[str, Any]) -> str:
    """How sure a value is."""
    return str(CERTAINTIES[Certainty(item["certainty"])])


@register.filter
def field_in_words(item: dict[str, Any]) -> str:
    """What the field is called."""
    return field_name(item)


@register.filter
def words(item: dict[str, Any]) -> str:
    """The value as people read it."""
    return value_in_words(item)


@register.filter
def use_in_words(item: dict[str, Any]) -> str:
    """What the value is for."""
    return str(USES.get(Field(item["field"]), ""))
