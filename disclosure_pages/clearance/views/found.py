"""Find what a screen is about, for those who may see it; everybody else gets 404."""

from __future__ import annotations

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from wagtail.models import TaskState

from cms.people.domain.roles import Person
from cms.people.models import User
from disclosure_pages.clearance.models import ReviewTask


def signed_in(request: HttpRequest) -> User:
    """Whoever sends the request; the admin lets nobody else come this far."""
    if not isinstance(request.user, User):
        raise Http404
    return request.user


def find_review(*, user: Person, pk: int) -> TaskState:
    """The review ``pk``, open or closed, with its specific task, if ``user`` is a reviewer of the page at its stage."""
    task_state = get_object_or_404(TaskState.objects.select_related("revision__user", "workflow_state", "task"), pk=pk)
    task = task_state.task.specific
    if not isinstance(task, ReviewTask):
        raise Http404
    if not task.pages_reviewed_by(user).filter(pk=task_state.revision.object_id).exists():
        raise Http404
    task_state.task = task
    return task_state
