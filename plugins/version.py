"""The version of the extension contract: what ``plugins/api.py`` and ``plugins/hookspecs.py`` promise.

It counts for itself, apart from the product's: 1.4 is 1.3 and more, 2.0 has taken something away that was announced.
"""

from __future__ import annotations

from typing import Final

CONTRACT: Final = "1.0"
