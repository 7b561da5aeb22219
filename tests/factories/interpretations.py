"""Interpretations, their pairs with documents, and waivers, by the real acts."""

from __future__ import annotations

from typing import Any

from cms.people.domain.roles import people_with_role
from cms.people.enums import Role
from disclosure_pages.documents.models import DocumentKind, PolicyDocument
from disclosure_pages.interpretations.domain.waiving import waive_interpretation
from disclosure_pages.interpretations.models import Interpretation, InterpretationWaiver, InterpretedDocument
from disclosure_pages.tree.models import Section

from .pages import make_draft, publish
from .people import make_person


def make_interpretation_draft(
    *documents: PolicyDocument, title: str = "", section: Section | None = None, **fields: Any
) -> Interpretation:
    """A draft that explains ``documents``, in the section of the first one unless told otherwise."""
    place = section or Section.objects.get(pk=documents[0].get_parent().pk)
    rows = {name: fields.pop(name) for name in ("charts", "questions", "attachments") if name in fields}
    values = {"body": "<h2>背景和依据</h2><p>为了方便群众办事。</p>", **fields}
    draft: Interpretation = make_draft(
        title or f"《{documents[0].draft_title}》解读", kind=Interpretation, section=place, **values
    )
    draft.documents.set([InterpretedDocument(document=document) for document in documents])
    for name, children in rows.items():
        getattr(draft, name).set(children)
    draft.save_revision(user=draft.owner)
    return draft


def make_interpretation(*documents: PolicyDocument, **fields: Any) -> Interpretation:
    """A public interpretation of public documents; takes what :func:`make_interpretation_draft` takes."""
    interpretation: Interpretation = publish(make_interpretation_draft(*documents, **fields))
    return interpretation


def ask_for_interpretation(*codes: str) -> None:
    """Let documents of these kinds need an interpretation, as an administrator would."""
    DocumentKind.objects.filter(code__in=codes).update(needs_interpretation=True)


def waive(document: PolicyDocument, reason: str = "仅调整联系电话") -> InterpretationWaiver:
    """A waiver by the disclosure office of the document's district."""
    district = document.district
    office = people_with_role(Role.DISCLOSURE_OFFICE, district=district).first()
    user = office or make_person(Role.DISCLOSURE_OFFICE, district=district)
    return waive_interpretation(page=document, user=user, reason=reason)
