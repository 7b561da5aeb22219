"""What the index has to hold, how far each engine is, what is known about words and what is asked."""

from .best_bet import BestBet
from .denied_suggestion import DeniedSuggestion
from .dictionary_word import DictionaryWord
from .engine_state import EngineState
from .failed_delivery import FailedDelivery
from .index_build import IndexBuild
from .index_position import IndexPosition
from .outbox_event import OutboxEvent
from .page_version import PageVersion, VersionClock
from .search_count import SearchCount
from .synonym_entry import SynonymEntry

__all__ = [
    "BestBet",
    "DeniedSuggestion",
    "DictionaryWord",
    "EngineState",
    "FailedDelivery",
    "IndexBuild",
    "IndexPosition",
    "OutboxEvent",
    "PageVersion",
    "SearchCount",
    "SynonymEntry",
    "VersionClock",
]
