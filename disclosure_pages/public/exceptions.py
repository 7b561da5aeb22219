"""Answers of the public side that are not pages."""

from django.http import Http404


class NoSuchListing(Http404):
    """A listing was asked for with a filter or page that does not exist; the message is shown to the reader."""
