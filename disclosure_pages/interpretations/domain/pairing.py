"""Which documents the latest draft of an interpretation explains, and what follows for publication."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from django.db import transaction

from disclosure_pages.interpretations.models import Pairing

if TYPE_CHECKING:
    from disclosure_pages.interpretations.models import Interpretation


@transaction.atomic
def sync_pairings(*, interpretation: Interpretation) -> None:
    """Make the pairs of ``interpretation`` those of this draft, in memory."""
    wanted = {row.document_id for row in interpretation.documents.all() if row.document_id is not None}
    pairs = Pairing.objects.filter(interpretation=interpretation)
    pairs.exclude(document__in=wanted).delete()
    for key in sorted(wanted):
        pairs.update_or_create(
            interpretation_id=interpretation.pk,
            document_id=key,
            defaults={"is_together": interpretation.publish_together},
        )


def prerequisites(keys: Collection[int]) -> Iterable[int]:
    """Pages that have to be public no later than those with ``keys``.

    An interpretation waits for its documents in any case; a document waits for those interpretations of its own unit
    that say so, until somebody decides that they stay inside.
    """
    pairs = Pairing.objects.all()
    yield from pairs.filter(interpretation__in=keys, document__live=False).values_list("document_id", flat=True)
    waited_for = pairs.of_one_unit().hopeful().filter(document__in=keys, is_together=True, document__live=False)
    yield from waited_for.filter(interpretation__live=False).values_list("interpretation_id", flat=True)
