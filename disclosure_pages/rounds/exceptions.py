"""Refusals of this room; each carries a message for the person who acts."""

from django.core.exceptions import PermissionDenied


class RoundRefused(PermissionDenied):
    """This cannot be done now, or not by this person."""
