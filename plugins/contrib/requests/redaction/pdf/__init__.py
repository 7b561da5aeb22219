"""PDF: every page is drawn anew as a picture on which the marked places are painted out; nothing else is carried over.

Taking single operators out of a page leaves what nobody thought of: fonts that list their letters, forms that two pages
share, marked content, former versions. A picture of the page cannot hold any of it. What is left of the words lies
below the picture, so that the copy can be searched and read aloud.
"""

from .redacting import redact_pdf

__all__ = ["redact_pdf"]
