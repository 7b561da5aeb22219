"""Steps of ``manage.py search``, one module each: ``NAME``, ``HELP``, ``add_arguments(parser)``, ``run(**options)``."""

from __future__ import annotations

#: Modules of the steps, in the order in which the command's help shows them.
STEPS = (
    "search.commands.query",
    "search.commands.status",
    "search.commands.rebuild",
    "search.commands.verify",
    "search.commands.drain",
)
