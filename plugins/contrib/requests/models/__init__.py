"""Cases, their log and all that belongs to them; one concept a file."""

from .case import Case
from .case_event import CaseEvent
from .case_file import CaseFile
from .consultation import Consultation
from .data_access import DataAccess
from .deadline_warning import DeadlineWarning
from .decision import Decision
from .disclosed_answer import DisclosedAnswer
from .remedy import Remedy
from .retention_rule import RetentionRule

__all__ = [
    "Case",
    "CaseEvent",
    "CaseFile",
    "Consultation",
    "DataAccess",
    "DeadlineWarning",
    "Decision",
    "DisclosedAnswer",
    "Remedy",
    "RetentionRule",
]
