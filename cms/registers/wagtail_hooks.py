"""The menu “Registers” and the names of what is logged there."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem
from wagtail_modeladmin.menus import GroupMenuItem
from wagtail_modeladmin.options import ModelAdminGroup, modeladmin_register

from .admin.base import RegisterAdmin
from .admin.calendar import CalendarDayAdmin
from .admin.people import MembershipAdmin
from .admin.tenancy import (
    CityAdmin,
    CollectiveAdmin,
    CollectiveMemberAdmin,
    DistrictAdmin,
    UnitAdmin,
    UnitAliasAdmin,
)

# Rooms above add their own entries to the menu by this hook.
REGISTERS_MENU_HOOK = "register_gongkai_registers_menu_item"


def show_register(admin: RegisterAdmin, *, order: int) -> None:
    """Let a room above have the screens of a register, and a way to them in the menu “Registers”."""
    admin.register_with_wagtail()

    @hooks.register(REGISTERS_MENU_HOOK)
    def register_list_menu_item() -> MenuItem:
        return admin.get_menu_item(order=order)


@modeladmin_register
class Registers(ModelAdminGroup):
    """Everything that administrators keep up to date about districts, units and people."""

    menu_label = _("Registers")
    menu_icon = "clipboard-list"
    menu_item_name = "registers"
    menu_order = 700
    items = (
        CityAdmin,
        DistrictAdmin,
        UnitAdmin,
        UnitAliasAdmin,
        CollectiveAdmin,
        CollectiveMemberAdmin,
        MembershipAdmin,
        CalendarDayAdmin,
    )

    def get_menu_item(self) -> Any:
        """The group's menu, open to entries of other rooms."""
        submenu = Menu(register_hook_name=REGISTERS_MENU_HOOK, items=self.get_submenu_items())
        return GroupMenuItem(self, self.get_menu_order(), submenu)
