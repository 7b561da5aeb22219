"""``manage.py expiry_digest``: tell each unit, once for each notice, of its documents whose term ends soon."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from disclosure_pages.rounds.domain.expiring import as_expiring, expiring, send_notices
from disclosure_pages.rounds.models import ExpiryDays


class Command(BaseCommand):
    """Run it every morning. What was told once is not told again before the next notice."""

    help = "Mail each unit the documents whose term ends soon; how soon is a setting."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="list every term that ends soon and tell nobody")

    def handle(self, *args: Any, **options: Any) -> None:
        today = timezone.localdate()
        if options["dry_run"]:
            days = ExpiryDays.load()
            rows = as_expiring(expiring(on=today, days=days), on=today, days=days)
        else:
            rows = [row for found in send_notices(on=today).values() for row in found]
        for row in rows:
            self.stdout.write(f"{row.expires_on} {row.record.unit} {row.record}")
        if not rows:
            self.stdout.write(_("No term ends soon that nobody has been told of."))
