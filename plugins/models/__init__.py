"""Where plug-ins are switched on, and what they did."""

from .activation import Activation
from .delivery import Delivery
from .footprint import Footprint
from .incident import Incident
from .job_run import JobRun

__all__ = ["Activation", "Delivery", "Footprint", "Incident", "JobRun"]
