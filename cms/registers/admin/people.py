"""Memberships."""

from __future__ import annotations

from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList

from cms.people.models import Membership
from cms.registers.forms import MembershipForm
from cms.registers.resources import MembershipResource

from .base import RegisterAdmin
from .filters import ValidityFilter


class MembershipAdmin(RegisterAdmin):
    """Who is what, where, from when to when."""

    model = Membership
    resource_class = MembershipResource
    base_url_path = "registers/memberships"
    menu_icon = "user"
    list_display = ("user", "role", "unit", "district", "city", "starts_on", "ends_on")
    list_filter = ("role", ValidityFilter)
    list_select_related = ("user", "unit__district", "district", "city")
    search_fields = ("user__username", "user__display_name", "unit__name", "unit__code")
    edit_handler = ObjectList(
        [
            *(FieldPanel(name) for name in ("user", "role", "unit", "district", "city")),
            FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
        ],
        base_form_class=MembershipForm,
    )
