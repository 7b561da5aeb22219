"""Signals sent inside the transaction that changes what the public sees. A receiver that raises undoes the change."""

from django.dispatch import Signal

#: Content became public or its public content changed. Arguments: ``page`` (a specific page).
content_published = Signal()

#: Content left the public side. Arguments: ``page``.
content_withdrawn = Signal()

#: A page moved, and everything below it. Arguments: ``page`` (the moved page, freshly loaded).
content_moved = Signal()
