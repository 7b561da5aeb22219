"""``manage.py requests STEP …``: applications for information, and their deadlines."""

from __future__ import annotations

from plugins.api import StepCommand
from plugins.contrib.requests.commands import STEPS


class Command(StepCommand):
    help = "Explain deadlines of applications for information, and look after them."
    steps = STEPS
