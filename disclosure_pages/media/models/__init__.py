"""Documents, images and the record of which of their bytes are public."""

from .document import DisclosureDocument
from .image import DisclosureImage, DisclosureRendition
from .published_file import PublishedFile

__all__ = ["DisclosureDocument", "DisclosureImage", "DisclosureRendition", "PublishedFile"]
