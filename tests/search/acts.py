"""Acts on public content by somebody who may do them."""

from __future__ import annotations

from cms.people.domain.roles import people_with_role
from cms.people.enums import Role
from cms.people.models import User
from disclosure_pages.clearance.domain.acts import delete_as_error, move_content, withdraw_content
from disclosure_pages.tree.models import DisclosurePage, Section
from tests.factories.people import make_person


def withdraw(page: DisclosurePage) -> None:
    withdraw_content(page=page, user=_office(page), reason="内容有误")


def delete(page: DisclosurePage) -> None:
    delete_as_error(page=page, user=_office(page), reason="重复发布")


def move(page: DisclosurePage, section: Section) -> None:
    move_content(page=page, section=section, user=_office(page), reason="归错栏目")


def _office(page: DisclosurePage) -> User:
    district = page.district
    found = people_with_role(Role.DISCLOSURE_OFFICE, district=district).first()
    return found or make_person(Role.DISCLOSURE_OFFICE, district=district)
