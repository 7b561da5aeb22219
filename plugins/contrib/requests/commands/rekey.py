"""``requests rekey``: after a new key was put in front of ``PERSONAL_DATA_KEYS``."""

from __future__ import annotations

from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.utils.translation import gettext as _

from plugins.api import Report
from plugins.contrib.requests.domain.rekeying import rekey

NAME = "rekey"
HELP = "Encrypt all personal data with the newest key. Exit status 1 if there is some that no key opens."


def add_arguments(parser: ArgumentParser) -> None:
    """None."""


def run(**options: Any) -> Report:
    """May be stopped and started again."""
    done = rekey()
    words = asdict(done)
    lines = [_("%(values)d values and %(files)d files are encrypted with the newest key.") % words]
    if done.unreadable:
        lines.append(_("%(unreadable)d are opened by no key: put the key back with which they were written.") % words)
    else:
        lines.append(_("Older keys may be taken out of PERSONAL_DATA_KEYS once all processes have the newest."))
    return Report(lines, words, is_failure=bool(done.unreadable))
