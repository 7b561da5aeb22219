"""Work that leaves the request: long imports, and the index of what they brought."""

from __future__ import annotations

import logging

from django_tasks import task
from modelsearch.backends import get_search_backends

from disclosure_pages.documents.models import PolicyDocument

logger = logging.getLogger("gongkai.importing")


@task()
def index_documents(keys: list[int]) -> None:
    """Make drafts findable in the admin's search; a failure is logged and never undoes an import."""
    documents = list(PolicyDocument.objects.filter(pk__in=keys))
    for backend in get_search_backends(with_auto_update=True):
        try:
            backend.add_bulk(PolicyDocument, documents)
        except Exception:
            logger.exception("Imported documents were not indexed.", extra={"documents": len(documents)})
