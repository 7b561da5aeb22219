"""Lists that were uploaded: run from what was kept of them."""

from __future__ import annotations

from contextlib import ExitStack

from cms.people.models import User
from disclosure_pages.importing.models import ImportBatch

from .importing import forget_files
from .places import places_for
from .running import run_batch
from .sources import ArchiveFiles, Files, NoFiles


def run_stored_list(*, batch_id: int, user_id: int) -> None:
    """Import what is waiting of a list, where the person may write now; the archive goes when nothing waits."""
    batch = ImportBatch.objects.select_related("district").get(pk=batch_id)
    user = User.objects.get(pk=user_id)
    places = [place for place in places_for(user) if place.column.district_id == batch.district_id]
    with ExitStack() as stack:
        files: Files = NoFiles()
        if batch.archive:
            files = ArchiveFiles(stack.enter_context(batch.archive.open("rb")))
        run_batch(batch, places=places, files=files, user=user)
    forget_files(batch)
