"""Refusals of media."""

from django.core.exceptions import PermissionDenied


class FileFrozen(PermissionDenied):
    """The bytes or the title of a file that public content uses were about to change or to be deleted."""
