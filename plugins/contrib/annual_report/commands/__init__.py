"""Steps of ``manage.py reports``, a module each: ``NAME``, ``HELP``, ``add_arguments(parser)``, ``run(**options)``."""

from __future__ import annotations

_NAMES = "status counting showing checking"
#: Modules of the steps, in the order in which the command's help shows them.
STEPS = tuple(f"plugins.contrib.annual_report.commands.{name}" for name in _NAMES.split())
