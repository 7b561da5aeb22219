"""What stands against acts on documents."""

from __future__ import annotations


class OffersGone(Exception):
    """The draft's text no longer states what was chosen; nothing was taken over."""


class DraftLocked(Exception):
    """Nobody may change the draft now; the message says why."""
