"""The contract kit: what authors of themes use in their own tests, and all that they may import of the product.

``faults_of_folder(folder)`` and ``faults_of_theme(name)`` return every fault as a sentence. ``PARTIALS``,
``SLOT_NOTES`` and ``KIND_OF`` are the closed lists; ``CONTRACT`` is their version. Needs ``DJANGO_SETTINGS_MODULE`` and
no database.
"""

from __future__ import annotations

from themes.checking import faults_of_folder, faults_of_theme
from themes.partials import PARTIALS, SLOT_NOTES
from themes.tokens import KIND_OF, Mode
from themes.version import CONTRACT

__all__ = ["CONTRACT", "KIND_OF", "PARTIALS", "SLOT_NOTES", "Mode", "faults_of_folder", "faults_of_theme"]
