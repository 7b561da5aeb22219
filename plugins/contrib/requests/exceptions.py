"""Refusals of this plug-in; each carries a message for the person who acts."""


class CaseRefused(Exception):
    """This cannot be done with the case now; the message says why and what to do."""


class DetailsMissing(CaseRefused):
    """The letter prints what the letter details of its district do not say yet; the message names it."""
