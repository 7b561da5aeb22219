"""The editor's panels of a policy document."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.api import APIField

from disclosure_pages.pages.panels import ATTACHMENTS, TITLE

from .offer_panel import OfferPanel

#: Fields of the header, in the order in which readers see them.
HEADER_FIELDS = (
    "topic",
    "kind",
    "number",
    "issuing_unit",
    "issuer_name",
    "addressees",
    "formed_on",
    "issued_on",
    "effective_rule",
    "effective_on",
    "expires_on",
    "keywords",
    "source",
    "gazette_year",
    "gazette_issue",
    "gazette_total",
    "imported_index_number",
    "stated_attribute",
    "stated_basis",
    "stated_ground",
    "original_file",
)


def _row(*names: str) -> FieldRowPanel:
    return FieldRowPanel([FieldPanel(name) for name in names])


CONTENT_PANELS = [
    TITLE,
    MultiFieldPanel(
        [
            FieldPanel("number"),
            _row("kind", "topic"),
            _row("issuing_unit", "issuer_name"),
            InlinePanel("joint_issuers", heading=_("Joint issuers"), label=_("Joint issuer")),
            FieldPanel("addressees"),
            _row("formed_on", "issued_on"),
        ],
        heading=_("Header"),
    ),
    MultiFieldPanel([_row("effective_rule", "effective_on", "expires_on")], heading=_("Legal force")),
    InlinePanel("stated_relations", heading=_("Relations to other documents"), label=_("Relation")),
    OfferPanel(),
    FieldPanel("body"),
    ATTACHMENTS,
    FieldPanel("original_file"),
    MultiFieldPanel(
        [_row("stated_attribute", "stated_ground"), FieldPanel("stated_basis")], heading=_("Disclosure attribute")
    ),
    MultiFieldPanel(
        [
            _row("keywords", "imported_index_number"),
            _row("source", "gazette_year", "gazette_issue", "gazette_total"),
        ],
        heading=_("Origin"),
        classname="collapsed",
    ),
]


def add_part(panel: Any, *, relation: str = "") -> None:
    """Let a room above add a part to the editor of documents, and child rows of its own (``relation``) to the API.

    Called when the process starts, before anybody edits: Wagtail reads the panels once. The rows are part of the
    document's content by themselves: drafted, reviewed and cleared with it.
    """
    from .models import PolicyDocument  # which reads the panels of this module

    CONTENT_PANELS.append(panel)
    if relation:
        PolicyDocument.api_fields.append(APIField(relation, writable=True))
