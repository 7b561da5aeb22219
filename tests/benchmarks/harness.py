"""Common ground of the benchmarks: a throw-away installation, and A-B-A-B comparison.

Figures are ratios of two things measured in turn in one run, as median and spread, so that they hold on any machine.
"""

from __future__ import annotations

import gc
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


def start_installation(settings: str = "cms.settings.test") -> Path:
    """Set up Django on an empty SQLite database in a throw-away folder; return the folder."""
    folder = Path(tempfile.mkdtemp(prefix="gongkai-benchmark-"))
    os.environ["GONGKAI_DATA_DIR"] = str(folder)
    os.environ["TEST_DATABASE_URL"] = f"sqlite:///{folder / 'benchmark.sqlite3'}"
    os.environ["DJANGO_SETTINGS_MODULE"] = settings
    import django  # settings must be in place first

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    return folder


@dataclass(frozen=True)
class Ratio:
    """How long A takes against B: median, least and greatest of the rounds, and A's and B's medians in seconds."""

    name: str
    median: float
    low: float
    high: float
    a_seconds: float
    b_seconds: float

    def __str__(self) -> str:
        return (
            f"{self.name:<52} {self.median:6.2f}x  ({self.low:.2f}–{self.high:.2f})"
            f"   A {self.a_seconds * 1000:9.2f} ms   B {self.b_seconds * 1000:9.2f} ms"
        )


def seconds(act: Callable[[], object], *, times: int = 1) -> float:
    """Wall-clock seconds of one call of ``act``, taken over ``times`` calls with the collector off."""
    gc.collect()
    gc.disable()
    try:
        start = time.perf_counter()
        for _ in range(times):
            act()
        return (time.perf_counter() - start) / times
    finally:
        gc.enable()


def compare(
    name: str, a: Callable[[], object], b: Callable[[], object], *, rounds: int = 9, times: int = 1, warm: bool = True
) -> Ratio:
    """Measure ``a`` and ``b`` in turn, ``rounds`` times each; print and return the ratio a/b round by round."""
    if warm:
        a()
        b()
    pairs = [(seconds(a, times=times), seconds(b, times=times)) for _ in range(rounds)]
    ratios = sorted(first / second for first, second in pairs)
    result = Ratio(
        name,
        statistics.median(ratios),
        ratios[0],
        ratios[-1],
        statistics.median(first for first, _ in pairs),
        statistics.median(second for _, second in pairs),
    )
    print(result)
    return result
