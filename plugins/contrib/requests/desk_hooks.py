"""What the desk adds: its screens, the ways to them, figures of the annual report."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy

from plugins.api import Job, Menu, MenuEntry

from .domain.erasing import erase_old
from .process.transitions import DESK, OFFICE
from .views.desk import urls
from .views.papers import urls as papers_urls
from .views.papers.wording import CITY

ADDRESSES: list[Any] = [*urls.urlpatterns, *papers_urls.urlpatterns]
ENTRIES = [
    MenuEntry(
        label=gettext_lazy("Wording of letters"), url_name="wording", roles=OFFICE | CITY, icon="doc-full", order=152
    ),
    MenuEntry(label=gettext_lazy("Desk of applications"), url_name="queue", roles=DESK, icon="mail", order=150),
    MenuEntry(
        label=gettext_lazy("Letter details"),
        url_name="letter_details",
        roles=OFFICE,
        icon="doc-full",
        menu=Menu.SETTINGS,
        order=151,
    ),
    MenuEntry(
        label=gettext_lazy("Rule of fees"),
        url_name="fee_rules",
        roles=OFFICE,
        icon="doc-full",
        menu=Menu.SETTINGS,
        order=152,
    ),
    MenuEntry(
        label=gettext_lazy("Keeping of personal data"),
        url_name="keeping",
        roles=OFFICE,
        icon="bin",
        menu=Menu.SETTINGS,
        order=150,
    ),
    MenuEntry(
        label=gettext_lazy("Access to personal data"),
        url_name="access",
        roles=OFFICE,
        icon="view",
        menu=Menu.REPORTS,
        order=150,
    ),
]


def _erase(district: Any) -> str:
    """The job: once a district."""
    number = erase_old(district=district, today=timezone.localdate())
    return gettext("%(number)d cases erased") % {"number": number} if number else ""


JOBS = [Job(name="erase", title=gettext_lazy("Erase personal data"), every=dt.timedelta(days=1), run=_erase)]
