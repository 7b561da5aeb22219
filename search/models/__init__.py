"""What the index has to hold, what has changed, and how far each engine is; one concept a file."""

from .engine_state import EngineState
from .failed_delivery import FailedDelivery
from .index_build import IndexBuild
from .index_position import IndexPosition
from .outbox_event import OutboxEvent
from .page_version import PageVersion, VersionClock

__all__ = [
    "EngineState",
    "FailedDelivery",
    "IndexBuild",
    "IndexPosition",
    "OutboxEvent",
    "PageVersion",
    "VersionClock",
]
