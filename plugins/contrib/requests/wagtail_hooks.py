"""What Wagtail is told when it starts."""

from . import log_actions  # noqa: F401
