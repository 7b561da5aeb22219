"""What happens in clearance, for those who take part in it or tell people about it."""

from django.dispatch import Signal

#: A stage approved content; sent inside the transaction, before the workflow moves on, so a receiver that raises undoes
#: the approval. Arguments: ``review``, ``page`` (the reviewed version, in memory).
review_approved = Signal()

#: A version could not be published on its day, for the first time or for another cause. Arguments: ``failure``.
scheduled_publication_failed = Signal()

#: A publication that waited for its day was stopped. Arguments: ``page``, ``user``, ``reason``.
schedule_recalled = Signal()
