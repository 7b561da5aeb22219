"""Interpretations, their links to documents, plans, waivers and the days allowed, one concept a file."""

from .days import InterpretationDays
from .interpretation import Interpretation
from .pairing import Pairing
from .parts import Chart, InterpretedDocument, Question
from .plan import InterpretationPlan
from .waiver import InterpretationWaiver

__all__ = [
    "Chart",
    "Interpretation",
    "InterpretationDays",
    "InterpretationPlan",
    "InterpretationWaiver",
    "InterpretedDocument",
    "Pairing",
    "Question",
]
