"""Fields, catalogues with their versions, and what stands in them; one concept a file."""

from .catalogue import Catalogue
from .common_element import CommonElement
from .element_source import ElementSource
from .field import Field
from .item import Item
from .item_act import ItemAct
from .item_choice import ItemChoice
from .item_link import ItemLink
from .pending_file import PendingFile
from .platform_copy import PlatformCopy

__all__ = [
    "Catalogue",
    "CommonElement",
    "ElementSource",
    "Field",
    "Item",
    "ItemAct",
    "ItemChoice",
    "ItemLink",
    "PendingFile",
    "PlatformCopy",
]
