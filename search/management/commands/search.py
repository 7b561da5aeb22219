"""``manage.py search STEP …``: ask the search, and look after its indexes."""

from __future__ import annotations

from cms.steps.command import StepCommand
from search.commands import STEPS


class Command(StepCommand):
    help = "Ask the search, and look after its indexes."
    steps = STEPS
