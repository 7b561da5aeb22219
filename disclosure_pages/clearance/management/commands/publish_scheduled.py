"""``manage.py publish_scheduled``: what was cleared for a day is published on it. Takes the place of Wagtail's command.

Wagtail's stops at the first page that fails, and takes pages down on their day of expiry; content has no such day.
"""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from disclosure_pages.clearance.domain.scheduling import Outcome, due_revisions, publish_due


class Command(BaseCommand):
    """Publish what is due; failures are logged, listed in the admin and mailed to the disclosure office."""

    help = "Publish every cleared version whose day has come. Run it every few minutes."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dryrun", action="store_true", help="say what is due and change nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["dryrun"]:
            outcomes = [
                Outcome(revision_id=item.pk, title=item.object_str, due_at=item.approved_go_live_at)
                for item in due_revisions()
            ]
        else:
            outcomes = publish_due()
        if options["verbosity"] > 0:
            self._print(outcomes)

    def _print(self, outcomes: list[Outcome]) -> None:
        for item in outcomes:
            line = f"{timezone.localtime(item.due_at):%Y-%m-%d %H:%M} {item.title}"
            if item.is_waiting:
                self.stdout.write(_("%(content)s: waits for what is published with it") % {"content": line})
            elif item.problem:
                self.stderr.write(self.style.ERROR(f"{line}: {item.problem}"))
            else:
                self.stdout.write(line)
        if not outcomes:
            self.stdout.write(_("Nothing is due."))
