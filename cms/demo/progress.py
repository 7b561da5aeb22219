"""Named stages with the time that each took: a spinner on a terminal, plain lines elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import TextIO

from rich.console import Console


class Progress:
    """Says which stage runs, how far it is, and how long it took."""

    def __init__(self, stream: TextIO) -> None:
        self.console = Console(file=stream, highlight=False, markup=False, soft_wrap=True)
        self.seconds: dict[str, float] = {}
        self._status = self.console.status("")
        self._label = ""

    @contextmanager
    def stage(self, name: str, label: str) -> Iterator[None]:
        """Time the block as the stage ``name``, shown as ``label``."""
        begun, self._label = perf_counter(), label
        if self.console.is_terminal:
            self._status.update(label)
            self._status.start()
        try:
            yield
        finally:
            self._status.stop()
        self.seconds[name] = perf_counter() - begun
        self.console.print(f"{self.seconds[name]:6.1f} s  {label}")

    def step(self, number: int, total: int) -> None:
        """Show how far the running stage is; on a terminal only."""
        if self.console.is_terminal:
            self._status.update(f"{self._label} {number}/{total}")
