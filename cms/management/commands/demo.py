"""``manage.py demo``: from an empty data folder to a running district."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any, TextIO, cast

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from cms.demo.folder import DATABASE, Obstacle, clear, find_obstacle, is_marked
from cms.demo.logins import Logins, claim_folder
from cms.demo.progress import Progress

DEFAULT_PORT = 8000
LAST_PORT = 65535


class Command(BaseCommand):
    help = "Make a district with people and content in every state, serve it on this machine and print its logins."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=DEFAULT_PORT, help="port on 127.0.0.1 (default: 8000)")
        parser.add_argument("--no-serve", action="store_true", help="only make the data")
        parser.add_argument("--reset", action="store_true", help="delete the demo's data first, after asking")
        parser.add_argument("--yes", action="store_true", help="with --reset: do not ask")

    def handle(self, *args: Any, port: int, no_serve: bool, reset: bool, yes: bool, **options: Any) -> None:
        from cms.demo.building import build
        from cms.demo.summary import print_summary

        folder = Path(settings.DATA_DIR)
        self._check_settings(folder)
        self._check_folder(folder)
        if not no_serve:
            self._check_port(port)
        if reset:
            self._reset(folder, ask=not yes)
        logins = self._claim(folder)
        progress = Progress(cast(TextIO, self.stdout._out))
        is_new = build(port=port, logins=logins, progress=progress)

        def announce() -> None:
            print_summary(console=progress.console, port=port, logins=logins)

        if no_serve:
            announce()
        elif is_new:
            self._start_afresh()
        else:
            self._serve(port, announce)

    def _check_settings(self, folder: Path) -> None:
        if not getattr(settings, "DEMO", False):
            raise CommandError(_("The demo has settings of its own: unset DJANGO_SETTINGS_MODULE and try again."))
        if Path(settings.DATABASES["default"]["NAME"]) != folder / DATABASE:
            raise CommandError(_("The demo uses a database of its own: unset DATABASE_URL and try again."))

    def _check_folder(self, folder: Path) -> None:
        obstacle = find_obstacle(folder)
        if obstacle is None:
            return
        problems = {
            Obstacle.NO_FOLDER: _("%(folder)s is not a folder."),
            Obstacle.UNWRITABLE: _("%(folder)s cannot be written."),
            Obstacle.FOREIGN: _("%(folder)s holds files that are not the demo's."),
            Obstacle.IN_USE: _("%(folder)s holds an installation that is not a demo."),
        }
        remedy = _("Name an empty folder: manage.py demo --data-dir FOLDER")
        raise CommandError(f"{problems[obstacle] % {'folder': folder}} {remedy}")

    def _check_port(self, port: int) -> None:
        from cms.demo.serving import is_port_free

        if not 0 < port <= LAST_PORT:
            raise CommandError(_("%(port)d is no port; choose one from 1 to 65535.") % {"port": port})
        if not is_port_free(port):
            raise CommandError(
                _(
                    "Port %(port)d is in use. Stop what listens there, or choose another: "
                    "manage.py demo --port %(other)d"
                )
                % {"port": port, "other": port + 1}
            )

    def _reset(self, folder: Path, *, ask: bool) -> None:
        if not is_marked(folder):
            return
        if ask and not sys.stdin.isatty():
            raise CommandError(_("Nobody is there to answer: add --yes to delete the demo's data."))
        if ask and input(_("Delete the demo's data in %(folder)s? [y/N] ") % {"folder": folder}).lower() != "y":
            raise CommandError(_("Nothing was deleted."))
        clear(folder)

    def _claim(self, folder: Path) -> Logins:
        try:
            return claim_folder(folder)
        except (OSError, ValueError, KeyError) as error:
            remedy = _("Name an empty folder: manage.py demo --data-dir FOLDER")
            raise CommandError(f"{error} {remedy}") from error

    def _start_afresh(self) -> None:
        """Serve from a new process: this one has grown by what it made, and a server would keep all of it."""
        self.stdout.flush()
        arguments = [argument for argument in sys.argv if argument not in {"--reset", "--yes"}]
        os.execv(sys.executable, [sys.executable, *arguments])  # noqa: S606  (the same command again, no shell)

    def _serve(self, port: int, announce: Any) -> None:
        from cms.demo.serving import serve

        settings.WAGTAILADMIN_BASE_URL = f"http://127.0.0.1:{port}"  # links in mails; the port is known only here
        serve(port=port, when_ready=announce)
