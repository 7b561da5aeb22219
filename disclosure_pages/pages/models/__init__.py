"""Kinds of page, one a file."""

from .article import Article
from .attachment import Attachment

__all__ = ["Article", "Attachment"]
