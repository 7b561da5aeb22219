"""What the mechanism tells the rooms above it."""

from __future__ import annotations

from django.dispatch import Signal

#: A plug-in was switched: ``plugin`` (its name), ``district`` (or ``None``), ``is_on``. Sent within the transaction.
plugin_switched = Signal()
