"""Steps of ``manage.py items``, one module each: ``NAME``, ``HELP``, ``add_arguments(parser)``, ``run(**options)``."""

from __future__ import annotations

_NAMES = "check importing exporting listing coverage fetching platform assigning progress"
#: Modules of the steps, in the order in which the command's help shows them.
STEPS = tuple(f"plugins.contrib.item_catalogue.commands.{name}" for name in _NAMES.split())
