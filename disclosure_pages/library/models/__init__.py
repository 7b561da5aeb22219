"""What the library keeps of its own: editions."""

from .edition import Edition

__all__ = ["Edition"]
