"""Reviews, clearances, withdrawals and the task types of the workflow, one concept a file."""

from .clearance import Clearance
from .publication_failure import PublicationFailure
from .review import Review
from .review_days import ReviewDays
from .tasks import ConfidentialityReviewTask, OfficeApprovalTask, ReviewTask, UnitReviewTask
from .withdrawal import Withdrawal

__all__ = [
    "Clearance",
    "ConfidentialityReviewTask",
    "OfficeApprovalTask",
    "PublicationFailure",
    "Review",
    "ReviewDays",
    "ReviewTask",
    "UnitReviewTask",
    "Withdrawal",
]
