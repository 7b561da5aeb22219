"""Wagtail's index of references, brought up to date once when a page is saved and not again for each child row."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from wagtail.models import Page


@contextmanager
def indexed_once(page: Page) -> Iterator[None]:
    """Within the block nothing is indexed; then ``page`` with its child rows is.

    Whoever has switched the index off already (the demo, which indexes at its end) keeps it off.
    """
    from wagtail import signal_handlers  # asks for models that are not there yet when models import this

    if getattr(signal_handlers.reference_index_auto_update_disabled, "value", False):
        yield
        return
    with signal_handlers.disable_reference_index_auto_update():
        yield
    signal_handlers.update_reference_index_on_save(page)
