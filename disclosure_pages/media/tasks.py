"""Work that leaves the request."""

from __future__ import annotations

from django_tasks import task, task_backends
from django_tasks.backends.immediate import ImmediateBackend

from .models import DisclosureDocument
from .texts.keeping import REQUEST_SECONDS, WORKER_SECONDS, text_of


def has_worker() -> bool:
    """Whether tasks leave the request; otherwise they are done at once, inside it."""
    return not isinstance(task_backends["default"], ImmediateBackend)


@task()
def read_document(*, document_id: int) -> str:
    """Read the text of a document, with all the time that a worker has; answers what it was stopped by."""
    document = DisclosureDocument.objects.filter(pk=document_id).first()
    if document is None:
        return ""
    return text_of(document, seconds=WORKER_SECONDS if has_worker() else REQUEST_SECONDS).stopped_by
