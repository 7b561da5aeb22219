"""Signals of the room, sent inside the transaction of the change."""

from django.dispatch import Signal

#: The legal force of documents, or what is known of it, was worked out anew. Arguments: ``records`` (keys of
#: ``LegalRecord``, those named and all that depend on them).
force_changed = Signal()
