"""Which engines a step is about."""

from __future__ import annotations

from argparse import ArgumentParser

from django.conf import settings
from django.utils.translation import gettext as _

from cms.steps.report import Refused
from search.engines.registry import configured_engines


def add_engine(parser: ArgumentParser) -> None:
    """The option ``--engine``."""
    parser.add_argument("--engine", metavar="NAME", default="", help="only this engine; default: every configured one")


def engines_asked(name: str) -> list[str]:
    """The engine called ``name``, or all that are configured. Raises :class:`Refused`."""
    if name and name not in settings.SEARCH_ENGINES:
        known = ", ".join(settings.SEARCH_ENGINES)
        raise Refused(_("There is no engine called “%(name)s”. There are: %(known)s") % {"name": name, "known": known})
    found = [name] if name else configured_engines()
    if not found:
        raise Refused(_("There is no search: SEARCH_ENGINE is empty."))
    return found
