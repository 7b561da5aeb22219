"""How a step of the search tells moments, and how far it is, on a terminal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

from django.utils import timezone
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from search.domain.rebuilding import Progress as Told


def moment(when: dt.datetime | None) -> str | None:
    """For programs."""
    return when.isoformat() if when is not None else None


def ago(when: dt.datetime) -> str:
    """For people, as Django's ``timesince`` words it; shorter than a minute, in seconds."""
    seconds = (timezone.now() - when).total_seconds()
    return _("%(number)d s") % {"number": max(0, seconds)} if seconds < 60 else timesince(when)


@contextmanager
def bar(console: Console, label: str) -> Iterator[Told]:
    """A bar on a terminal; elsewhere nothing, because a log is no place for it."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(label, total=None)

        def told(done: int, total: int) -> None:
            progress.update(task, completed=done, total=total)

        yield told
