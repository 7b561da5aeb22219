"""公开时限: what its wordings ask for, and whether a publication kept to it. Pure: no database, days are passed in."""

from .keeping import Workdays, due_day, is_met
from .parsing import TimeLimit, governing, parse_time_limits

__all__ = ["TimeLimit", "Workdays", "due_day", "governing", "is_met", "parse_time_limits"]
