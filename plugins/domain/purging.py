"""Purging a plug-in: its tables, pages and everything kept about it, after they are written to a backup file.

The tables go first and the rows of the product that lead to them after: the other way round, a failure between would
leave pages whose text is gone.
"""

from __future__ import annotations

"""
"""
