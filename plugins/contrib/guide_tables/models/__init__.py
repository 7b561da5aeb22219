"""Tables, their columns, and the days on which they changed."""

from .guide_column import GuideColumn
from .guide_table import GuideTable
from .table_version import TableVersion

__all__ = ["GuideColumn", "GuideTable", "TableVersion"]
