"""Documents, the lists that classify them, and the facts about their force, one concept a file."""

from .force_period import FIRST_DAY, LAST_DAY, ForcePeriod
from .index_number import IndexNumber, SerialCounter
from .kind import DocumentKind, Topic
from .legal_record import LegalRecord
from .parts import JointIssuer, StatedRelation
from .policy_document import PolicyDocument
from .registration import Registration
from .registration_scheme import RegistrationScheme
from .relation import DocumentRelation

__all__ = [
    "FIRST_DAY",
    "LAST_DAY",
    "DocumentKind",
    "DocumentRelation",
    "ForcePeriod",
    "IndexNumber",
    "JointIssuer",
    "LegalRecord",
    "PolicyDocument",
    "Registration",
    "RegistrationScheme",
    "SerialCounter",
    "StatedRelation",
    "Topic",
]
