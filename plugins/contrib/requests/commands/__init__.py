"""Steps of ``manage.py requests``, one module each."""

from __future__ import annotations

_NAMES = "deadline recount remind rekey erasing listing showing"
#: Modules of the steps, in the order in which the command's help shows them.
STEPS = tuple(f"plugins.contrib.requests.commands.{name}" for name in _NAMES.split())
