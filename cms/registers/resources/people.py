"""Memberships as a table: who is what, where, from when to when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext as _

from cms.people.enums import Role
from cms.people.models import Membership, User
from cms.registers.domain.scope import roles_to_grant
from cms.tenancy.models import City, District, Unit

from .base import Column, RegisterResource
from .widgets import ChoiceWidget, DayWidget, PersonWidget, ReferenceWidget, UnitWidget, folded, refuse


class DistrictOfPlaceWidget(ReferenceWidget):
    """The district: of a district's role it is the place itself, of a unit's role it only says which unit is meant."""

    def __init__(self) -> None:
        super().__init__("slug")

    def clean(self, value: Any, row: Mapping[str, str] | None = None, **kwargs: Any) -> Model | None:
        district = super().clean(value, row, **kwargs)
        return None if folded((row or {}).get("unit")) else district


class MembershipResource(RegisterResource):
    """Memberships, by person, role and place."""

    user = Column("用户名", "user", PersonWidget())
    person_name = Column("姓名", "user__display_name", readonly=True)
    role = Column("角色", "role", ChoiceWidget(Role.choices))
    district = Column("区县标识", "district", DistrictOfPlaceWidget())
    unit = Column("单位代码", "unit", UnitWidget())
    unit_name = Column("单位名称", "unit__name", readonly=True)
    city = Column("城市标识", "city", ReferenceWidget("slug"))
    starts_on = Column("起始日期", "starts_on", DayWidget())
    ends_on = Column("截止日期", "ends_on", DayWidget())

    references = {"user": User, "district": District, "unit": Unit, "city": City}
    key_columns = ("user", "role", "district", "unit", "city")
    optional_keys = ("district", "unit", "city")

    class Meta:
        model = Membership
        import_id_fields = ("user", "role", "district", "unit", "city")
        fields = import_order = export_order = (
            "user",
            "person_name",
            "role",
            "district",
            "unit",
            "unit_name",
            "city",
            "starts_on",
            "ends_on",
        )

    def dehydrate_district(self, membership: Membership) -> str:
        """The district of the place, so that a unit's code can be understood."""
        district = membership.unit.district if membership.unit else membership.district
        return district.slug if district else ""

    def out_of_scope(self) -> ValidationError:
        """Say which roles may be given: that is what people get wrong."""
        roles = "、".join(str(label) for role, label in Role.choices if role in roles_to_grant(self.user))
        remedy = _("You may give these roles, to others than yourself: %s.") % (roles or "—")
        return refuse(_("You may not give this role to this person."), remedy, "scope")
