"""What happened in clearance, for those who tell people about it."""

from django.dispatch import Signal

#: A version could not be published on its day, for the first time or for another cause. Arguments: ``failure``.
scheduled_publication_failed = Signal()

#: A publication that waited for its day was stopped. Arguments: ``page``, ``user``, ``reason``.
schedule_recalled = Signal()
