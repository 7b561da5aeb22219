"""What a load balancer asks before it sends readers here; the proxy of ``cms/deploy`` keeps it from the public.

Loaded with the first question (``cms/urls.py``): the package brings Redis's client along, 24 MB that a single machine
has no use for.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from health_check.views import HealthCheckView


class HealthView(HealthCheckView):
    """Whether cache and database answer: text or JSON, with 500 when one does not."""

    checks = ("health_check.checks.Cache", "health_check.checks.Database")

    def render_to_response(self, context: dict[str, Any], status: int = 200, **kwargs: Any) -> HttpResponse:
        """JSON for browsers too, as the package's page would need its app."""
        answer: HttpResponse = self.render_to_response_json(status)
        return answer
