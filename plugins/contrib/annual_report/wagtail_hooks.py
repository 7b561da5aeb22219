"""Loaded by Wagtail from every app: brings in what registers itself."""

from . import log_actions  # noqa: F401
