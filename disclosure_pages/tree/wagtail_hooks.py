"""What the tree adds to the admin."""

from . import reorganisation_hooks  # noqa: F401  (hooks register on import)
