"""The embedded engine."""

from pathlib import Path

from django.conf import settings

from .engine import EmbeddedEngine


def configured() -> EmbeddedEngine:
    """The engine whose files stand where ``settings.SEARCH_DIR`` says."""
    return EmbeddedEngine(Path(settings.SEARCH_DIR))
