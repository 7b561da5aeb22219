"""``manage.py plugins STEP …``: which plug-ins are installed, where they are on, and what troubles them."""

from __future__ import annotations

from cms.steps.command import StepCommand
from plugins.effects.commands import STEPS


class Command(StepCommand):
    help = "Plug-ins: which are installed, where they are on, and what troubles them."
    steps = STEPS
