"""``manage.py themes STEP …``: what is installed, whether it keeps the contract, and who shows what."""

from __future__ import annotations

from cms.steps.command import StepCommand
from themes.commands import STEPS


class Command(StepCommand):
    help = "Themes that are installed, whether they keep the contract, and which place shows which."
    steps = STEPS
