"""Documents, images, the record of which of their bytes are public, and of which came to a review."""

from .document import DisclosureDocument
from .file_text import FileText
from .image import DisclosureImage, DisclosureRendition
from .published_file import PublishedFile
from .reviewed_file import ReviewedFile

__all__ = [
    "DisclosureDocument",
    "DisclosureImage",
    "DisclosureRendition",
    "FileText",
    "PublishedFile",
    "ReviewedFile",
]
