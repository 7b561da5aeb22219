"""Fields, catalogues with their versions, what stands in them, and the city process; one concept a file."""

from .assignment import Assignment
from .catalogue import Catalogue
from .comment import Comment
from .common_element import CommonElement
from .element_source import ElementSource
from .field import Field
from .item import Item
from .item_act import ItemAct
from .item_choice import ItemChoice
from .item_link import ItemLink
from .pending_file import PendingFile
from .platform_copy import PlatformCopy
from .progress import Progress
from .reminder import Reminder
from .suggestion import Suggestion

__all__ = [
    "Assignment",
    "Catalogue",
    "Comment",
    "CommonElement",
    "ElementSource",
    "Field",
    "Item",
    "ItemAct",
    "ItemChoice",
    "ItemLink",
    "PendingFile",
    "PlatformCopy",
    "Progress",
    "Reminder",
    "Suggestion",
]
