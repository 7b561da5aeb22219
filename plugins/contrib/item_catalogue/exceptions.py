"""Refusals of this plug-in; each carries a message for the person who acts."""


class ItemsRefused(Exception):
    """This cannot be done now; the message says why and what to do."""
