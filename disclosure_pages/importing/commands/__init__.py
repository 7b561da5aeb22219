"""Steps of ``manage.py documents``, one module each.

A step is a module with ``NAME``, ``HELP``, ``add_arguments(parser)`` and ``run(**options)``, which returns a
:class:`Report`. Rooms below list theirs here, so that the command finds them.
"""

from __future__ import annotations

#: Modules of the steps, in the order in which the command's help shows them.
STEPS = (
    "disclosure_pages.importing.commands.import_files",
    "disclosure_pages.importing.commands.force",
    "disclosure_pages.importing.commands.export",
    "disclosure_pages.importing.commands.addresses",
    "disclosure_pages.importing.commands.editions",
)
