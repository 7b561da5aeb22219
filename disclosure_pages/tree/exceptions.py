"""Refusals of the tree. All are ``PermissionDenied``: a boundary that forgets to catch one answers 403, never 200."""

from django.core.exceptions import PermissionDenied


class StructureLocked(PermissionDenied):
    """A structural page was about to be written outside ``structural_change``."""


class NotCleared(PermissionDenied):
    """Content was about to become public, or to change in public, without a clearance for exactly this content."""


class ActRequired(PermissionDenied):
    """Public content was about to be withdrawn, moved or deleted outside the act that records it."""
