"""``plugins disable``."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from cms.steps.report import Report
from plugins.domain.switching import disable

from .switching import add_place, switch

NAME = "disable"
HELP = "Switch a plug-in off and keep its data; also one that is gone."


def add_arguments(parser: ArgumentParser) -> None:
    """The plug-in and the place."""
    add_place(parser)


def run(*, plugin: str, district: str, **options: Any) -> Report:
    """What is so already is no failure."""
    return switch(disable, plugin, district)
