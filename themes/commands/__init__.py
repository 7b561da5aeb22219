"""Steps of ``manage.py themes``, one module each: ``NAME``, ``HELP``, ``add_arguments(parser)``, ``run(**options)``."""

from __future__ import annotations

#: Modules of the steps, in the order in which the command's help shows them.
STEPS = ("themes.commands.listing", "themes.commands.check", "themes.commands.choose")
