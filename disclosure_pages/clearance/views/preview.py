"""A version as the public would see it, framed by our own screens and by nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csp.constants import HEADER, SELF
from csp.utils import build_policy
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from disclosure_pages.clearance.domain.acts import may_act_as_office
from disclosure_pages.tree.models import DisclosurePage

from .found import find_review, signed_in

if TYPE_CHECKING:
    from wagtail.models import Revision

FRAMED_POLICY = {**settings.CONTENT_SECURITY_POLICY["DIRECTIVES"], "frame-ancestors": [SELF]}


def render_version(request: HttpRequest, revision: Revision) -> HttpResponse:
    """Render exactly this revision with the public templates, in a policy that lets our own site frame it.

    The page goes through the middleware as a request of its own, which sets the headers of a public page.
    """
    page = revision.as_object()
    attributes = {"revision_id": revision.pk}
    response: HttpResponse = page.make_preview_request(request, page.default_preview_mode, attributes)
    response[HEADER] = build_policy(config=FRAMED_POLICY)
    response["X-Frame-Options"] = "SAMEORIGIN"
    response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def preview_review(request: HttpRequest, task_state_id: int) -> HttpResponse:
    """The version under review, for its reviewers."""
    return render_version(request, find_review(user=request.user, pk=task_state_id).revision)


@require_safe
def preview_latest(request: HttpRequest, page_id: int) -> HttpResponse:
    """The latest draft, for the disclosure office before it publishes by force."""
    page = get_object_or_404(DisclosurePage, pk=page_id)
    if not may_act_as_office(page=page, user=signed_in(request)):
        raise Http404
    return render_version(request, page.get_latest_revision())
