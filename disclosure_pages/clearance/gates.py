"""The core's own gates, connected through the same hook that plug-ins use."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from disclosure_pages.tree.enums import DisclosureAttribute
from plugins.findings import Finding, GateRequest, Stage
from plugins.hookspecs import hookimpl

from .personal_data.readable import TAG
from .rules import CHECKLISTS, missing_checklist_items

#: Elements of prose that say something without any text of their own.
FILLED = re.compile(r"<(img|embed|table|iframe|video|audio)\b")
DECIDING_STAGES = {Stage.CONFIDENTIALITY_REVIEW, Stage.PUBLISH}


@hookimpl
def publication_gate(request: GateRequest) -> list[Finding]:
    """Header complete; attribute decided; opinion given and checklist confirmed; no personal data but by override."""
    from .personal_data.gate import personal_data_findings  # stands on models; gates are imported when apps get ready

    return [
        *_header(request),
        *_attribute(request),
        *_opinion(request),
        *_checklist(request),
        *personal_data_findings(request),
    ]


def _header(request: GateRequest) -> Iterator[Finding]:
    try:
        request.page.clean_fields(exclude=_bookkeeping_names(request.page))
    except ValidationError as error:
        for field, messages in error.message_dict.items():
            label = request.page._meta.get_field(field).verbose_name
            yield Finding(
                code="gongkai.header.incomplete",
                field=field,
                message=_("%(field)s: %(problem)s") % {"field": label, "problem": " ".join(messages)},
                remedy=_("Fill it in in the editor."),
            )
    for field in getattr(request.page, "required_header_fields", ()):
        if is_blank(getattr(request.page, field)):
            yield Finding(
                code="gongkai.header.missing",
                field=field,
                message=_("%(field)s is missing.") % {"field": request.page._meta.get_field(field).verbose_name},
                remedy=_("Fill it in in the editor."),
            )


def is_blank(value: object) -> bool:
    """Whether nothing is there to read: no value, or prose of empty paragraphs without a picture or a table."""
    if not value:
        return True
    html = str(value)
    return bool(TAG.search(html)) and not FILLED.search(html) and not TAG.sub("", html).strip()


def _bookkeeping_names(page: object) -> list[str]:
    names = [field.name for field in page._meta.concrete_fields if not field.editable]  # type: ignore[attr-defined]
    return [*names, "path", "depth", "content_type", "slug", "locale", "owner", "latest_revision", "live_revision"]


def _attribute(request: GateRequest) -> Iterator[Finding]:
    if request.stage not in DECIDING_STAGES:
        return
    if not request.decision.get("attribute"):
        yield Finding(
            code="gongkai.attribute.undecided",
            field="attribute",
            message=_("The disclosure attribute is not decided."),
            remedy=_("Choose it in the confidentiality review."),
        )
    elif not str(request.decision.get("basis", "")).strip():
        yield Finding(
            code="gongkai.attribute.without_basis",
            field="basis",
            message=_("The disclosure attribute has no basis."),
            remedy=_("Name the article or the decision on which it rests."),
        )
    if request.decision.get("attribute") == DisclosureAttribute.WITHHELD and not request.decision.get("ground"):
        yield Finding(
            code="gongkai.attribute.without_ground",
            field="ground",
            message=_("The ground for not disclosing it is missing."),
            remedy=_("Choose the ground that the law names."),
        )


def _opinion(request: GateRequest) -> Iterator[Finding]:
    if request.stage == Stage.LEGALITY_REVIEW and not str(request.decision.get("opinion", "")).strip():
        yield Finding(
            code="gongkai.legality.without_opinion",
            field="opinion",
            message=_("The legality opinion is missing."),
            remedy=_("Write what was reviewed and with what result; it stays with the registration."),
        )


def _has_checklist(request: GateRequest) -> bool:
    """Whether items have to be confirmed now; for content that is not disclosed those of confidentiality need not."""
    is_proactive = request.decision.get("attribute") == DisclosureAttribute.PROACTIVE
    return request.stage in CHECKLISTS and (request.stage != Stage.CONFIDENTIALITY_REVIEW or is_proactive)


def _checklist(request: GateRequest) -> Iterator[Finding]:
    if not _has_checklist(request):
        return
    for item in missing_checklist_items(request.stage, request.decision.get("checklist", ())):
        yield Finding(
            code=f"gongkai.checklist.{item.value}",
            field="checklist",
            message=_("Not confirmed: %(item)s") % {"item": item.label},
            remedy=_("Check the content and confirm the item, or return the content."),
        )
