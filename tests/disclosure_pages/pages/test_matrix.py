"""Which kind may be written where: every kind below every kind of parent, and in columns of every purpose."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Page, get_page_models

from disclosure_pages.pages import models
from disclosure_pages.tree.acts import structural_change
from disclosure_pages.tree.enums import ColumnPurpose
from disclosure_pages.tree.models import Column, DisclosurePage, Section
from tests.factories.kinds import KINDS
from tests.factories.tree import make_column, make_section

CITY, DISTRICT, COLUMN, SECTION = "CityHome", "DistrictHome", "Column", "Section"
PARENTS = {
    CITY: {"Page"},
    DISTRICT: {CITY},
    COLUMN: {DISTRICT, COLUMN},
    SECTION: {COLUMN},
    **{kind.__name__: {SECTION} for kind in KINDS},
}
SPECIAL = {
    models.GuidePage: {ColumnPurpose.GUIDE},
    models.SystemPage: {ColumnPurpose.SYSTEM},
    models.InstitutionProfile: {ColumnPurpose.INSTITUTION},
    models.EnterpriseProfile: {ColumnPurpose.PUBLIC_ENTERPRISE},
    models.MeetingPage: {ColumnPurpose.STATUTORY, ColumnPurpose.OTHER},
    models.Article: set(ColumnPurpose),
}


def page_models() -> list[type[Page]]:
    """Every page type of the house; plug-ins' types answer for themselves."""
    return [model for model in get_page_models() if model._meta.app_label in {"gongkai_tree", "gongkai_pages"}]


def test_wrong_trees_are_impossible() -> None:
    types = [Page, *page_models()]
    allowed = {
        child.__name__: {parent.__name__ for parent in types if child in parent.creatable_subpage_models()}
        for child in types
        if child.is_creatable
    }
    assert allowed == PARENTS


@pytest.mark.django_db
@pytest.mark.parametrize("purpose", ColumnPurpose)
def test_kinds_offered_in_a_column_follow_its_purpose(purpose: str) -> None:
    section = make_section(column=make_column(purpose=purpose))
    offered = {kind for kind in KINDS if kind.can_create_at(section)}
    assert offered == {kind for kind, purposes in SPECIAL.items() if purpose in purposes}


@pytest.mark.django_db
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_closed_section_and_retired_column_take_nothing(kind: type[DisclosurePage]) -> None:
    closed = make_section(column=make_column(purpose=min(kind.purposes)))
    retired = make_section(column=make_column(purpose=min(kind.purposes)))
    assert kind.can_create_at(closed)
    with structural_change():
        Section.objects.filter(pk=closed.pk).update(closed_on="2026-01-01")
        Column.objects.filter(pk=retired.get_parent().pk).update(retired_on="2026-01-01")
    assert not kind.can_create_at(Section.objects.get(pk=closed.pk))
    assert not kind.can_create_at(retired)


@pytest.mark.django_db
def test_content_outside_a_section_is_refused_by_the_model() -> None:
    with pytest.raises(ValidationError):
        make_column().add_child(instance=models.Article(title="无处安放", live=False))
