"""Legal force against the reference model on a million random histories. Aim: no difference.

``uv run python -m tests.benchmarks.force_reference [COUNT] [SEED]``; the tests of CI compare 100,000 others.
"""

import itertools
import os
import sys
import time

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.test")

from disclosure_pages.documents.force.computing import force_periods
from tests.disclosure_pages.documents.force.histories import differences, random_histories

STEP = 10_000


def main(count: int = 1_000_000, seed: int = 2_024) -> int:
    """Compare; print how far it is, the first differing histories and the rate. Exit status 1 if any differs."""
    start, wrong = time.perf_counter(), 0
    for number, history in enumerate(random_histories(seed=seed, count=count), start=1):
        found = differences(*history)
        if found:
            wrong += 1
            print(*itertools.chain(*history), *found[:5], sep="\n  ")
        if number % STEP == 0 or number == count:
            print(f"{number:>9,} histories, {wrong} differ, {time.perf_counter() - start:6.0f} s", flush=True)
    print(f"the engine alone: {_rate(seed):,.0f} histories a second")
    return min(wrong, 1)


def _rate(seed: int, count: int = 5_000) -> float:
    histories = list(random_histories(seed=seed, count=count))
    start = time.perf_counter()
    for history in histories:
        force_periods(*history)
    return count / (time.perf_counter() - start)


if __name__ == "__main__":
    sys.exit(main(*(int(argument) for argument in sys.argv[1:3])))
