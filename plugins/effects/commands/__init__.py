"""Steps of ``manage.py plugins``, one module each, as :mod:`cms.steps.command` asks for them."""

from __future__ import annotations

#: Modules of the steps, in the order in which the command's help shows them.
STEPS = (
    "plugins.effects.commands.list",
    "plugins.effects.commands.enable",
    "plugins.effects.commands.disable",
    "plugins.effects.commands.doctor",
    "plugins.effects.commands.work",
    "plugins.effects.commands.measure",
    "plugins.effects.commands.purge",
)
