"""Begin a draft for somebody: a page that is there already with what is known, to be finished in the editor."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeVar

from django.utils.translation import gettext as _

from disclosure_pages.documents.models import PolicyDocument, StatedRelation
from disclosure_pages.pages.models import Content
from disclosure_pages.rounds.exceptions import RoundRefused
from disclosure_pages.tree.models import Column, Section

if TYPE_CHECKING:
    from cms.people.models import User
    from cms.tenancy.models import District

Kind = TypeVar("Kind", bound=Content)
TITLE_LENGTH = 255


def begin_draft(
    page_type: type[Kind], *, section: Section, user: User, title: str, relations: Iterable[Any] = (), **fields: Any
) -> Kind:
    """A draft in ``section`` with a first revision by ``user``; it passes the ordinary reviews."""
    if not page_type.can_create_at(section):
        raise RoundRefused(_("This section does not take this kind of page."))
    page: Kind = page_type(title=title[:TITLE_LENGTH], live=False, owner=user, **fields)
    if isinstance(page, PolicyDocument):
        page.stated_relations.set([StatedRelation(**row) for row in relations])
    section.add_child(instance=page)
    page.save_revision(user=user, log_action=True)
    return page


def sections_of_district(*, district: District, kind: type[Content]) -> dict[str, list[Section]]:
    """Open sections of ``district`` that take ``kind``, by numbered title of their column: two queries."""
    columns = Column.objects.filter(district=district, purpose__in=kind.purposes, retired_on=None).order_by("path")
    sections = Section.objects.filter(unit__district=district, closed_on=None).select_related("unit").order_by("path")
    by_column: dict[str, list[Section]] = {}
    for section in sections:
        by_column.setdefault(section.path[: -Section.steplen], []).append(section)
    return {column.numbered_title: by_column[column.path] for column in columns if column.path in by_column}
