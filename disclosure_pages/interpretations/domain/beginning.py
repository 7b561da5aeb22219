"""Begin the interpretation of a document: a draft that names it already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from cms.people.domain.roles import units_of
from cms.people.enums import Role
from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.interpretations.enums import InterpretationForm
from disclosure_pages.interpretations.models import Interpretation, InterpretedDocument
from disclosure_pages.interpretations.rules import FORMS_OF_PROSE, suggested_body
from disclosure_pages.tree.models import Column, Section

if TYPE_CHECKING:
    from cms.people.models import User


def sections_to_begin_in(*, user: User) -> QuerySet[Section]:
    """Open sections of the units for which ``user`` writes, in columns that take interpretations."""
    columns = Column.objects.filter(purpose__in=Interpretation.purposes, retired_on=None)
    paths = columns.values_list("path", flat=True)
    sections = Section.objects.filter(unit__in=units_of(user, [Role.EDITOR]), closed_on=None).order_by("path")
    wanted = set(paths)
    keys = [section.pk for section in sections if section.path[: -Section.steplen] in wanted]
    return Section.objects.filter(pk__in=keys).order_by("path")


@transaction.atomic
def begin_interpretation(*, document: PolicyDocument, section: Section, form: str, user: User) -> Interpretation:
    """A draft in ``section`` that explains ``document``, with the suggested headings where its form is prose."""
    if not sections_to_begin_in(user=user).filter(pk=section.pk).exists():
        raise PermissionDenied(_("You do not have the right to do this here."))
    title = _("Interpretation of “%(title)s”") % {"title": document.draft_title}
    page = Interpretation(
        title=title[: Interpretation._meta.get_field("title").max_length],
        live=False,
        owner=user,
        form=InterpretationForm(form),
        body=suggested_body() if form in FORMS_OF_PROSE else "",
    )
    page.documents = [InterpretedDocument(document=document)]
    section.add_child(instance=page)
    page.save_revision(user=user, log_action=True)
    return page
