"""Write a text as a draft in its unit's section, as an editor of that unit would."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from cms.people.models import User
from cms.tenancy.models import District
from disclosure_pages.documents.models import DocumentKind, PolicyDocument, Topic
from disclosure_pages.interpretations.models import Interpretation, InterpretedDocument
from disclosure_pages.pages.models import (
    Article,
    Attachment,
    Content,
    EnterpriseProfile,
    GuidePage,
    InstitutionProfile,
    MeetingPage,
    SystemPage,
)
from disclosure_pages.tree.models import Column, Section

from .files import make_document, make_picture
from .prose import blocks_of, html_of
from .reading import Text

SEPARATOR = " > "
KINDS: dict[str, type[Content]] = {
    "article": Article,
    "document": PolicyDocument,
    "enterprise": EnterpriseProfile,
    "guide": GuidePage,
    "institution": InstitutionProfile,
    "interpretation": Interpretation,
    "meeting": MeetingPage,
    "system": SystemPage,
}


class Desk:
    """Finds the sections of one district by the titles above them, without the numbering."""

    def __init__(self, district: District) -> None:
        self.district = district
        self.section = lru_cache(maxsize=None)(self._section)

    def _section(self, column: str, unit: str) -> Section:
        place: Any = self.district.root_page
        for title in column.split(SEPARATOR):
            place = Column.objects.child_of(place).get(title=title)
        return Section.objects.child_of(place).select_related("unit__district", "collection").get(unit__code=unit)


def write_draft(text: Text, *, section: Section, author: User) -> Content:
    """A new draft with its files and a first revision by ``author``."""
    model = KINDS[text.kind]
    page = model(title=text.title, live=False, owner=author, **_fields(text, section))
    _add_children(page, text, section)
    section.add_child(instance=page)
    page.save_revision(user=author, log_action=True)
    return page


def _fields(text: Text, section: Section) -> dict[str, Any]:
    if text.kind == "article":
        body = blocks_of(text.text, table=text.table, figure=_figure(text, section))
        return {"document_number": text.number, "formed_on": text.formed_on, "body": body}
    if text.kind == "document":
        return _document_fields(text)
    days = {"guide": "issued_on", "meeting": "held_on"}
    fields: dict[str, Any] = {days[text.kind]: text.formed_on} if text.kind in days else {}
    if text.text:
        fields[KINDS[text.kind].description_field] = html_of(text.text)
    return {**fields, **text.fields}


def _document_fields(text: Text) -> dict[str, Any]:
    stated = {name: value for name, value in text.fields.items() if name.startswith("stated_")}
    return {
        "number": text.number,
        "formed_on": text.formed_on,
        "kind": DocumentKind.objects.get(code=text.fields["kind"]),
        "topic": Topic.objects.get(code=text.fields["topic"]),
        "body": blocks_of(text.text, table=text.table, figure=None),
        **stated,
    }


def _figure(text: Text, section: Section) -> dict[str, Any] | None:
    if not text.figure:
        return None
    picture = make_picture(title=text.figure["title"], motif=text.figure["motif"], section=section)
    image = {"image": picture.pk, "alt_text": text.figure["alt"], "decorative": False}
    return {"image": image, "caption": text.figure["caption"]}


def _add_children(page: Content, text: Text, section: Section) -> None:
    for relation, rows in text.children.items():
        child = page._meta.get_field(relation).related_model
        setattr(page, relation, [child(**row) for row in rows])
    if text.interprets:
        page.documents = [InterpretedDocument(document=document) for document in interpreted_by(text)]
    if text.files:
        page.attachments = [Attachment(document=make_document(file, section=section)) for file in text.files]


def interpreted_by(text: Text) -> list[PolicyDocument]:
    """The documents that an interpretation names, in its order."""
    return [PolicyDocument.objects.get(title=title) for title in text.interprets]


def write_change(page: Content, *, author: User, **changes: Any) -> Content:
    """A newer draft of ``page``; what is public stays as it is."""
    draft = page.get_latest_revision_as_object()
    for name, value in changes.items():
        setattr(draft, name, value)
    draft.save_revision(user=author, log_action=True)
    return type(page).objects.get(pk=page.pk)
