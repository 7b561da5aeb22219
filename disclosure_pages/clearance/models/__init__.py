"""Reviews, clearances, withdrawals and the task types of the workflow, one concept a file."""

from .clearance import Clearance
from .held_publication import HeldPublication
from .publication_failure import PublicationFailure
from .review import Review
from .review_days import ReviewDays
from .tasks import (
    ConfidentialityReviewTask,
    LegalityReviewTask,
    OfficeApprovalTask,
    RegistrationTask,
    ReviewTask,
    UnitReviewTask,
)
from .withdrawal import Withdrawal

__all__ = [
    "Clearance",
    "ConfidentialityReviewTask",
    "HeldPublication",
    "LegalityReviewTask",
    "OfficeApprovalTask",
    "PublicationFailure",
    "RegistrationTask",
    "Review",
    "ReviewDays",
    "ReviewTask",
    "UnitReviewTask",
    "Withdrawal",
]
