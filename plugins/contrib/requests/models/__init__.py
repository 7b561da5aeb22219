"""Cases, their log and all that belongs to them; one concept a file."""

from .case import Case
from .case_event import CaseEvent
from .case_file import CaseFile
from .consultation import Consultation
from .data_access import DataAccess
from .deadline_warning import DeadlineWarning
from .decision import Decision
from .disclosed_answer import DisclosedAnswer
from .fee_notice import FeeNotice
from .fee_rule import FeeRule
from .letter import Letter
from .letter_details import LetterDetails
from .letter_template import LetterTemplate
from .redaction import Redaction
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
    "FeeNotice",
    "FeeRule",
    "Letter",
    "LetterDetails",
    "LetterTemplate",
    "Redaction",
    "Remedy",
    "RetentionRule",
]
