"""The one block that the demo prints: where it is, and who may sign in."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from rich.console import Console
from rich.table import Table

from cms.tenancy.models import Unit

from .logins import Logins
from .people import ACCOUNTS, Account
from .places import DISTRICT
from .serving import HOST


def print_summary(*, console: Console, port: int, logins: Logins) -> None:
    """Print both addresses and a login for each role."""
    base = f"http://{HOST}:{port}"
    console.print()
    console.print(_("Public: %(address)s") % {"address": f"{base}/{DISTRICT['slug']}/"})
    console.print(_("Admin:  %(address)s") % {"address": f"{base}{reverse('wagtailadmin_home')}"})
    console.print()
    table = Table(box=None, padding=(0, 2, 0, 0))
    for title in (_("User name"), _("Password"), _("Role"), _("Place")):
        table.add_column(title, no_wrap=True)
    for account in ACCOUNTS:
        table.add_row(account.username, logins.passwords[account.username], str(account.role.label), _place(account))
    console.print(table)
    console.print()
    console.print(_("The logins are kept in %(file)s, readable by you only.") % {"file": logins.path})


def _place(account: Account) -> str:
    return Unit.objects.get(code=account.unit).name if account.unit else ""
