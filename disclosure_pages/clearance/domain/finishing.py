"""What happens when the last review of a workflow approves.

Wagtail imports this module while its own models load (``WAGTAIL_FINISH_WORKFLOW_ACTION``), hence the late import.
"""

from __future__ import annotations

from typing import Any


def finish_workflow(workflow_state: Any, user: Any = None) -> None:
    """Clear the reviewed content and publish the *cleared* revision, not whatever the latest one is."""
    from .clearing import clear_reviewed_content

    clear_reviewed_content(workflow_state=workflow_state, user=user)
