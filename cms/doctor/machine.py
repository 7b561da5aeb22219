"""Probes of the machine: interpreter, SQLite, time zones, fonts, browser."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import zoneinfo

from django.conf import settings
from django.utils.translation import gettext as _

from .probe import Missing

PYTHON = (3, 11)
SQLITE = (3, 35)  # the first release with UPDATE … RETURNING, which numbers documents without gaps
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def python() -> str:
    """The interpreter is new enough."""
    if sys.version_info < PYTHON:
        raise Missing(
            _("Python %(version)s is too old.") % {"version": sys.version.split()[0]},
            _("Install Python 3.11 or later and run the command again; uv takes the newest it finds."),
        )
    return f"Python {sys.version.split()[0]}"


def sqlite_version() -> str:
    """The SQLite library that Python was built with is new enough."""
    if sqlite3.sqlite_version_info < SQLITE:
        raise Missing(
            _("SQLite %(version)s is too old.") % {"version": sqlite3.sqlite_version},
            _("Use a Python that is linked with SQLite 3.35 or later, or set DATABASE_URL to a PostgreSQL server."),
        )
    return f"SQLite {sqlite3.sqlite_version}"


def sqlite_full_text() -> str:
    """SQLite was built with FTS5, which the embedded search stands on."""
    with sqlite3.connect(":memory:") as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE probe USING fts5(text)")
        except sqlite3.OperationalError as error:
            raise Missing(
                _("SQLite has no full-text search (FTS5)."),
                _("Use a Python whose SQLite has FTS5, as the ones of Debian, Ubuntu and python.org have."),
            ) from error
    return "FTS5"


def time_zones() -> str:
    """The zone in which every day of the site is counted is known."""
    try:
        zoneinfo.ZoneInfo(settings.TIME_ZONE)
    except zoneinfo.ZoneInfoNotFoundError as error:
        raise Missing(
            _("The time zone %(zone)s is unknown here.") % {"zone": settings.TIME_ZONE},
            _("Install the time zone data: apt-get install tzdata."),
        ) from error
    return settings.TIME_ZONE


def chinese_fonts() -> str:
    """A font with Chinese characters is installed; without one, screenshots and PDF files show boxes."""
    remedy = _("Install a font with Chinese characters: apt-get install fontconfig fonts-noto-cjk.")
    lister = shutil.which("fc-list")
    if lister is None:
        raise Missing(_("Fonts cannot be listed (fc-list is not installed)."), remedy)
    command = [lister, ":lang=zh", "family"]
    listing = subprocess.run(command, capture_output=True, text=True, timeout=30, check=True)  # noqa: S603 (fixed)
    families = sorted(set(listing.stdout.split("\n")) - {""})
    if not families:
        raise Missing(_("No font with Chinese characters is installed."), remedy)
    return families[0]


def pdf_maker() -> str:
    """WeasyPrint finds its system libraries. Asked in a process of its own, because it is large."""
    code = "import weasyprint; print(weasyprint.__version__)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)  # noqa: S603 (fixed)
    if done.returncode:
        raise Missing(
            _("PDF files cannot be made: WeasyPrint does not find its system libraries."),
            _("Install them: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0."),
        )
    return f"WeasyPrint {done.stdout.strip()}"


def find_browser() -> str | None:
    """The path of Chromium or Chrome on this machine, ``None`` without one."""
    return next((path for path in map(shutil.which, BROWSERS) if path), None)


def browser() -> str:
    """A browser for the browser tests."""
    path = find_browser()
    if path is None:
        raise Missing(
            _("No Chromium or Chrome was found; the browser tests are skipped."),
            _("Install one: apt-get install chromium."),
        )
    return path
