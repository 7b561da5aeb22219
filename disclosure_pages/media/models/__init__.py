"""Documents, images, the record of which of their bytes are public, and of which came to a review."""

from .document import DisclosureDocument
from .image import DisclosureImage, DisclosureRendition
from .published_file import PublishedFile
from .reviewed_file import ReviewedFile

__all__ = ["DisclosureDocument", "DisclosureImage", "DisclosureRendition", "PublishedFile", "ReviewedFile"]
