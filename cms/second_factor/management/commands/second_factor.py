"""``manage.py second_factor reset USERNAME``."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from cms.people.models import User
from cms.second_factor.domain.devices import remove_factor


class Command(BaseCommand):
    help = "Remove the authenticator of somebody who lost it. Make sure that you know who asks."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", choices=["reset"])
        parser.add_argument("username")

    def handle(self, *args: Any, username: str, **options: Any) -> None:
        user = User.objects.filter(username=username).first()
        if user is None:
            raise CommandError(_("Nobody is called %(name)s.") % {"name": username})
        if not remove_factor(user=user):
            raise CommandError(_("%(name)s has no second factor.") % {"name": username})
        self.stdout.write(
            _("%(name)s signs in with the password alone until a new one is set up.") % {"name": username}
        )
