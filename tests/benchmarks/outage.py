"""Elasticsearch is stopped, editors go on, Elasticsearch comes back: nothing fails, and nothing is missing afterwards.

    ES_JAVA_HOME=… uv run python -m tests.benchmarks.outage FOLDER_OF_ELASTICSEARCH

Edits are the acts themselves: publications, changes, withdrawals, moves, deletions, a unit that is renamed. A thread
delivers all the while, as in a server. The time counts from when the server can be reached again.
"""

from __future__ import annotations

import logging
import random
import statistics
import sys
import threading
import time
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.benchmarks.cluster import Node, cluster_of, searched_by, wait_for
from tests.benchmarks.harness import start_installation

PAGES, EDITS = 200, 1_000
LONGEST_SECONDS = 60


class Desk:
    """Acts on public content, at random; it remembers which pages are there."""

    def __init__(self) -> None:
        from tests.factories.tree import make_column, make_section

        self._chance = random.Random(7)
        first = make_section()
        second = make_column(district=first.unit.district)
        self._sections = [first, make_section(column=second, unit=first.unit)]
        self._pages: list[Any] = []

    def publish(self) -> None:
        from tests.factories.pages import make_draft, publish

        section = self._chance.choice(self._sections)
        self._pages.append(publish(make_draft(section=section, author=self._author(section))))

    def change(self) -> None:
        from tests.factories.pages import make_changed_draft, publish

        page = self._any()
        publish(make_changed_draft(page, title=f"{page.title[:40]}（更正）"))

    def withdraw(self) -> None:
        from tests.search.acts import withdraw

        withdraw(self._taken())

    def delete(self) -> None:
        from tests.search.acts import delete

        delete(self._taken())

    def move(self) -> None:
        from tests.search.acts import move

        move(self._any(), self._chance.choice(self._sections))

    def rename(self) -> None:
        """The unit that has published everything: one event for all of its pages."""
        unit = self._sections[0].unit
        unit.name = f"样例局{self._chance.randrange(1_000)}"
        unit.save()

    def act(self) -> None:
        """One edit; half of all publish something."""
        acts: list[Callable[[], None]] = [self.publish] * 10 + [self.change] * 5 + [self.withdraw] * 3
        acts += [self.delete, self.move, self.rename]
        self._chance.choice(acts)()

    def _any(self) -> Any:
        page = self._chance.choice(self._pages)
        return type(page).objects.get(pk=page.pk)

    def _taken(self) -> Any:
        page = self._any()
        self._pages = [other for other in self._pages if other.pk != page.pk]
        return page

    def _author(self, section: Any) -> Any:
        from tests.factories.people import make_editor

        if not hasattr(section, "writer"):
            section.writer = make_editor(section.unit)
        return section.writer


@contextmanager
def delivering() -> Any:
    """A thread that delivers, as the one of a server does."""
    from search.domain.keeping import keep_up

    over = threading.Event()
    thread = threading.Thread(target=keep_up, kwargs={"is_over": over.is_set, "replaces_foreign": True})
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def edit(desk: Desk) -> tuple[list[str], list[float]]:
    """Failures and seconds of the edits."""
    failures, taken = [], []
    for _ in range(EDITS):
        begun = time.perf_counter()
        try:
            desk.act()
        except Exception as error:
            failures.append(repr(error))
        taken.append(time.perf_counter() - begun)
    return failures, taken


def seconds_until_true(node: Node) -> float:
    """How long it takes from an answer of the server until nothing waits and nothing differs."""
    from search.domain.verifying import verify

    wait_for([node], 1, status="green")
    begun = time.perf_counter()
    while time.perf_counter() < begun + 10 * LONGEST_SECONDS:
        found = verify(name="elasticsearch")
        if not found.waiting and not found.differences:
            print(
                f"verified: {found.pages} pages, digests {'equal' if found.digest == found.index_digest else 'differ'}"
            )
            return time.perf_counter() - begun
        time.sleep(0.25)
    raise TimeoutError(f"{found.waiting} changes wait, {len(found.differences)} pages differ")


def main(home: Path) -> int:
    start_installation()
    logging.disable(logging.INFO)
    from search.domain.rebuilding import rebuild

    with cluster_of(home, 1) as (node,), searched_by(node):
        desk = Desk()
        for _ in range(PAGES):
            desk.publish()
        rebuild(name="elasticsearch")
        with delivering():
            node.kill()
            failures, taken = edit(desk)
            node.start()
            until_true = seconds_until_true(node)
    median, longest = statistics.median(taken) * 1000, max(taken) * 1000
    print(
        f"{EDITS} edits without Elasticsearch: {len(failures)} failed; median {median:.0f} ms, longest {longest:.0f} ms"
    )
    print(f"true {until_true:.1f} s after it came back (aim: {LONGEST_SECONDS})", *failures[:5], sep="\n")
    return 1 if failures or until_true > LONGEST_SECONDS else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
