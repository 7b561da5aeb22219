"""The disclosure attribute that a document states: proposed by its author, decided by the confidentiality review."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from disclosure_pages.tree.enums import DisclosureAttribute
from plugins.findings import Finding, GateRequest, Severity


def stated_attribute_findings(request: GateRequest) -> Iterator[Finding]:
    """A ground for what is not to be disclosed; and a notice where the decision differs from what is printed."""
    page, decided = request.page, request.decision.get("attribute")
    if page.stated_attribute == DisclosureAttribute.WITHHELD and not page.stated_ground:
        yield Finding(
            code="gongkai.document.stated_without_ground",
            field="stated_ground",
            message=_("The document states that it is not disclosed, and names no ground."),
            remedy=_("Choose the ground in the editor."),
        )
    if decided and page.stated_attribute and decided != page.stated_attribute:
        stated = {
            "stated": DisclosureAttribute(page.stated_attribute).label,
            "decided": DisclosureAttribute(decided).label,
        }
        yield Finding(
            code="gongkai.document.attribute_differs",
            severity=Severity.NOTICE,
            field="stated_attribute",
            message=_("The document states “%(stated)s”; decided was “%(decided)s”.") % stated,
            remedy=_("What was decided counts; its unit corrects the printed line if that is wrong."),
        )
