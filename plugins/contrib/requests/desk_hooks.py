"""What the desk adds: its screens, the ways to them, figures of the annual report."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.api import Menu, MenuEntry

from .process.transitions import DESK, OFFICE
from .views.desk import urls

ADDRESSES: list[Any] = urls.urlpatterns
ENTRIES = [
    MenuEntry(label=_("Desk of applications"), url_name="queue", roles=DESK, icon="mail", order=150),
    MenuEntry(
        label=_("Access to personal data"), url_name="access", roles=OFFICE, icon="view", menu=Menu.REPORTS, order=150
    ),
]
