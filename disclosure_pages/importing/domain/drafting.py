"""From values to a draft that can be written, or to the problems that forbid it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from disclosure_pages.documents.forms import WITHOUT_GROUND
from disclosure_pages.documents.models import JointIssuer, PolicyDocument, StatedRelation
from disclosure_pages.importing.composing.prose import Prose
from disclosure_pages.importing.problems import Problem
from disclosure_pages.importing.values import DocumentValues
from disclosure_pages.tree.enums import DisclosureAttribute

from .lookup import Lookup
from .places import Place
from .writing import Draft

#: Fields of the page that follow from its place and are set when it is written.
_SET_LATER = frozenset({"path", "depth", "slug", "url_path", "column_slug"})


def make_draft(values: DocumentValues, *, place: Place, lookup: Lookup, body: Prose | str = "") -> Draft:
    """A draft with ``values`` at ``place``; nothing is asked of the database and nothing is written."""
    page = PolicyDocument(**values.page_fields(), body=body or [])
    joint = [JointIssuer(name=name, unit=lookup.unit(name)) for name in values.joint_issuers]
    relations = [StatedRelation(**relation) for relation in values.relations]
    page.work_out_number()
    return Draft(page=page, place=place, children={"joint_issuers": joint, "stated_relations": relations})


def draft_problems(draft: Draft) -> list[Problem]:
    """What the model forbids, field by field, and what a draft needs to be found again."""
    page = draft.page
    found = [*_stated(page)]
    try:
        page.clean_fields(exclude=_not_checked())
    except ValidationError as error:
        found += _of(error)
    try:
        _clean(page)
    except ValidationError as error:
        found += _of(error)
    for relation, rows in draft.children.items():
        found += [problem for row in rows for problem in _row_problems(relation, row)]
    return found


@cache
def _not_checked() -> frozenset[str]:
    """Fields that need no look: what is set later, and keys of rows that were just found in the database."""
    keys = (part.name for part in PolicyDocument._meta.concrete_fields if part.is_relation or part.primary_key)
    return _SET_LATER.union(keys)


def _clean(page: PolicyDocument) -> None:
    """The model's own rules about several fields. An address that is free is made when the page is written."""
    page._check_slug_is_unique = lambda: None  # type: ignore[method-assign]
    try:
        page.clean()
    finally:
        del page._check_slug_is_unique


def _stated(page: PolicyDocument) -> Iterator[Problem]:
    if not page.title.strip():
        yield Problem(
            "title", "no-title", _("There is no title, and none was recognised."), _("Write the title of the document.")
        )
    if page.number and not page.number_agency:
        yield Problem(
            "number",
            "no-number",
            _("“%(number)s” does not look like a document number.") % {"number": page.number},
            _("Write agency, year in brackets and serial number, for example 芙政办发〔2026〕5号."),
        )
    if page.stated_attribute == DisclosureAttribute.WITHHELD and not page.stated_ground:
        yield Problem(
            "stated_ground",
            "no-ground",
            _("The document states that it is not disclosed, and names no ground."),
            str(WITHOUT_GROUND),
        )


def _row_problems(relation: str, row: Any) -> list[Problem]:
    pointer = row._meta.get_field("page").name
    try:
        row.clean_fields(exclude=[pointer, "id"])
        row.clean()
    except ValidationError as error:
        return [Problem(relation, problem.code, problem.message, problem.remedy) for problem in _of(error)]
    return []


def _of(error: ValidationError) -> list[Problem]:
    """Django's findings as problems. Blank titles have a sentence of their own."""
    found = []
    for name, errors in error.error_dict.items() if hasattr(error, "error_dict") else [("", error.error_list)]:
        for item in errors:
            if name == "title" and item.code in {"blank", "null"}:
                continue
            message = " ".join(item.messages)
            found.append(Problem(name, item.code or "invalid", message, _("Correct the value.")))
    return found
