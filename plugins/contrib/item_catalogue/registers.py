"""The list of fields among the registers, with import, export and history."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, ObjectList

from plugins.api import RegisterAdmin, RegisterColumn, RegisterForm, RegisterResource

from .models import Field

_COLUMNS = ("code", "name", "other_names", "order")


class FieldResource(RegisterResource):
    """Fields, by code."""

    code = RegisterColumn("领域代码", "code")
    name = RegisterColumn("领域名称", "name")
    other_names = RegisterColumn("其他名称", "other_names")
    order = RegisterColumn("排序", "order")

    key_columns = ("code",)

    class Meta:
        model = Field
        import_id_fields = ("code",)
        fields = import_order = export_order = _COLUMNS


class FieldAdmin(RegisterAdmin):
    """Fields of disclosure. One that has a catalogue cannot be deleted."""

    model = Field
    resource_class = FieldResource
    base_url_path = "registers/fields-of-disclosure"
    menu_icon = "list-ol"
    add_to_admin_menu = False
    list_display = ("name", "code", "other_names", "order")
    search_fields = ("name", "code", "other_names")
    ordering = ("order", "code")
    inspect_view_fields = _COLUMNS
    edit_handler = ObjectList(
        [
            HelpPanel(_("The 26 fields of the State Council's pilot are here already; later plans add more.")),
            *map(FieldPanel, _COLUMNS),
        ],
        base_form_class=RegisterForm,
    )
