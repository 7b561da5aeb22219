"""Work that leaves the request: long imports, and the index of what they brought."""

from __future__ import annotations

import logging

from django.utils.translation import gettext as _
from django_tasks import task
from modelsearch.backends import get_search_backends

from cms.people.models import User
from disclosure_pages.documents.models import PolicyDocument

from .exceptions import ImportRefused
from .models import ImportBatch

logger = logging.getLogger("gongkai.importing")

#: A list with more rows leaves the request.
ROWS_IN_REQUEST = 100


@task()
def index_documents(keys: list[int]) -> None:
    """Make drafts findable in the admin's search; a failure is logged and never undoes an import."""
    documents = list(PolicyDocument.objects.filter(pk__in=keys))
    for backend in get_search_backends(with_auto_update=True):
        try:
            backend.add_bulk(PolicyDocument, documents)
        except Exception:
            logger.exception("Imported documents were not indexed.", extra={"documents": len(documents)})


@task()
def run_list(batch_id: int, user_id: int) -> None:
    """Import what is waiting of a list, with the rights that the person has now."""
    from .domain.lists import run_stored_list

    run_stored_list(batch_id=batch_id, user_id=user_id)


def start_list(batch: ImportBatch, *, user: User) -> None:
    """Import a list: at once when it is short, else by the worker. Raises ``ImportRefused`` when it is at work."""
    from .domain.lists import run_stored_list

    if batch.is_at_work:
        raise ImportRefused(_("This import is at work already."), _("Wait until it has ended."))
    if batch.rows.waiting().count() > ROWS_IN_REQUEST:
        run_list.enqueue(batch.pk, user.pk)
    else:
        run_stored_list(batch_id=batch.pk, user_id=user.pk)
