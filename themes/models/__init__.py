"""What was chosen, one concept a file."""

from .mourning import MourningDays
from .version import ThemeVersion

__all__ = ["MourningDays", "ThemeVersion"]
