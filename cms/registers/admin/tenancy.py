"""Cities, districts, units, aliases and collectives."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList

from cms.registers.forms import AliasForm, CityForm, CollectiveForm, DistrictForm, MemberForm, UnitForm
from cms.registers.resources import (
    CityResource,
    CollectiveMemberResource,
    CollectiveResource,
    DistrictResource,
    UnitAliasResource,
    UnitResource,
)
from cms.tenancy.models import City, CollectiveMember, District, Unit, UnitAlias, UnitCollective

from .base import RegisterAdmin, yes_no
from .filters import CityFilter, MergedFilter, OwnDistrictFilter


class CityAdmin(RegisterAdmin):
    """Cities."""

    model = City
    resource_class = CityResource
    base_url_path = "registers/cities"
    menu_icon = "globe"
    list_display = ("name", "slug", "code")
    search_fields = ("name", "slug", "code")
    inspect_view_fields = ("name", "slug", "code", "root_page")
    edit_handler = ObjectList([FieldPanel("name"), FieldPanel("slug"), FieldPanel("code")], base_form_class=CityForm)


class DistrictAdmin(RegisterAdmin):
    """Districts."""

    model = District
    resource_class = DistrictResource
    base_url_path = "registers/districts"
    menu_icon = "home"
    list_display = ("name", "city", "slug", "code", "site_identifier")
    list_filter = (CityFilter,)
    list_select_related = ("city",)
    search_fields = ("name", "government_name", "slug", "code")
    inspect_view_fields = (
        "city",
        "name",
        "government_name",
        "slug",
        "code",
        "site_identifier",
        "icp_number",
        "police_number",
        "contact",
        "root_page",
    )
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [FieldPanel(name) for name in ("city", "name", "government_name", "slug", "code")], _("District")
            ),
            MultiFieldPanel(
                [FieldPanel(name) for name in ("site_identifier", "icp_number", "police_number", "contact")],
                _("In the footer of every public page"),
            ),
        ],
        base_form_class=DistrictForm,
    )


class UnitAdmin(RegisterAdmin):
    """Responsible units."""

    model = Unit
    resource_class = UnitResource
    base_url_path = "registers/units"
    menu_icon = "group"
    list_display = ("name", "code", "district", "kind", "active_to", "merged_into")
    list_filter = (OwnDistrictFilter, "kind", MergedFilter)
    list_select_related = ("district", "parent", "merged_into")
    search_fields = ("name", "full_name", "code", "aliases__name")
    history_parts = ((UnitAlias, "unit_id"),)
    inspect_view_fields = (
        "district",
        "name",
        "full_name",
        "aliases",
        "kind",
        "code",
        "parent",
        "active_from",
        "active_to",
        "merged_into",
        "collectives",
    )
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [FieldPanel(name) for name in ("district", "code", "name", "full_name", "kind", "parent")],
                _("Unit"),
                help_text=_(
                    "When a unit is renamed or merged by a reorganisation, use “Reorganisations”: "
                    "it keeps the old name as an alias and moves the rights."
                ),
            ),
            MultiFieldPanel([FieldPanel("active_from"), FieldPanel("active_to")], _("Exists")),
        ],
        base_form_class=UnitForm,
    )


class UnitAliasAdmin(RegisterAdmin):
    """Aliases of units."""

    model = UnitAlias
    resource_class = UnitAliasResource
    base_url_path = "registers/aliases"
    menu_icon = "tag"
    list_display = ("name", "unit", "sample", "source")
    sample = yes_no("is_sample", UnitAlias._meta.get_field("is_sample").verbose_name)
    list_filter = ("is_sample",)
    list_select_related = ("unit__district",)
    search_fields = ("name", "unit__name", "source")
    edit_handler = ObjectList(
        [FieldPanel(name) for name in ("unit", "name", "is_sample", "source")], base_form_class=AliasForm
    )


class CollectiveAdmin(RegisterAdmin):
    """Collectives."""

    model = UnitCollective
    resource_class = CollectiveResource
    base_url_path = "registers/collectives"
    menu_icon = "list-ul"
    list_display = ("name", "district", "number_of_units")
    list_filter = (OwnDistrictFilter,)
    list_select_related = ("district",)
    search_fields = ("name", "units__name")
    history_parts = ((CollectiveMember, "collective_id"),)
    inspect_view_fields = ("district", "name", "units")
    edit_handler = ObjectList(
        [
            FieldPanel("district"),
            FieldPanel("name"),
            MultiFieldPanel([FieldPanel("member_units", heading=_("units")), FieldPanel("confirmed")], _("Members")),
        ],
        base_form_class=CollectiveForm,
    )

    def number_of_units(self, collective: UnitCollective) -> int:
        """How many units belong to it."""
        return collective.members.count()

    number_of_units.short_description = _("units")  # type: ignore[attr-defined]  # the way Django's lists take a heading


class CollectiveMemberAdmin(RegisterAdmin):
    """Units' places in collectives."""

    model = CollectiveMember
    resource_class = CollectiveMemberResource
    base_url_path = "registers/collective-members"
    menu_icon = "link"
    list_display = ("unit", "collective", "sample")
    sample = yes_no("is_sample", CollectiveMember._meta.get_field("is_sample").verbose_name)
    list_filter = ("is_sample",)
    list_select_related = ("unit", "collective__district")
    search_fields = ("collective__name", "unit__name")
    edit_handler = ObjectList(
        [FieldPanel(name) for name in ("collective", "unit", "is_sample")], base_form_class=MemberForm
    )
