"""Reviews, clearances, withdrawals and the task types of the workflow, one concept a file."""

from .clearance import Clearance
from .review import Review
from .tasks import ConfidentialityReviewTask, OfficeApprovalTask, ReviewTask, UnitReviewTask
from .withdrawal import Withdrawal

__all__ = [
    "Clearance",
    "ConfidentialityReviewTask",
    "OfficeApprovalTask",
    "Review",
    "ReviewTask",
    "UnitReviewTask",
    "Withdrawal",
]
