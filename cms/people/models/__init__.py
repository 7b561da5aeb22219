"""People and their memberships, one concept a file."""

from .membership import Membership
from .user import User

__all__ = ["Membership", "User"]
