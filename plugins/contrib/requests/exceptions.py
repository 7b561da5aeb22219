"""Refusals of this plug-in; each carries a message for the person who acts."""


class CaseRefused(Exception):
    """This cannot be done with the case now; the message says why and what to do."""
