"""Kill deliveries and rebuilds with SIGKILL at random points, and see that the index ends as the database is.

Also several that write and several that deliver at the same time. ``uv run python -m tests.search.killing --points 50``
kills so often; the suite kills a few times (``test_killed.py``).
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from shutil import copyfile

from plugins.testing.database import ROOT, template_path

PAGES = 300
FLIPPED = 60


class Installation:
    """An installation of its own, in ``folder``, whose steps are processes of their own."""

    def __init__(self, folder: Path, *, database_url: str = "") -> None:
        self.environment = {**os.environ, "GONGKAI_DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "cms.settings.dev"}
        self.environment |= {"DATABASE_URL": database_url} if database_url else {}
        if template_path("tests").exists() and not database_url:
            copyfile(template_path("tests"), folder / "gongkai.sqlite3")

    def start(self, step: str) -> subprocess.Popen[str]:
        """Start ``step`` and wait until it is about to begin."""
        command = [sys.executable, "-m", "tests.search.killing", "--step", step]
        process = subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        return process

    def run(self, step: str) -> tuple[str, float]:
        """Let ``step`` come to its end: what is wrong then, and how long it took without the start of the process."""
        process, begun = self.start(step), time.perf_counter()
        output, _errors = process.communicate()
        assert process.returncode == 0
        return output.strip(), time.perf_counter() - begun

    def kill(self, step: str, *, after: float) -> None:
        """Let ``step`` be killed ``after`` so many seconds of work."""
        process = self.start(step)
        time.sleep(after)
        process.kill()
        process.communicate()


def kill_at_random(folder: Path, *, points: int, seed: int = 1) -> list[str]:
    """What ``search verify`` finds after each of ``points`` killed processes that were followed by one that was not."""
    chance, installation = random.Random(seed), Installation(folder)
    found, seconds = [], {"rebuild": installation.run("begin")[1]}
    for point in range(points):
        step = ("rebuild", "drain")[point % 2]
        installation.kill(step, after=chance.random() * seconds.get(step, 0.5))
        told, seconds[step] = installation.run(step)
        found.append(told)
    return found


def write_and_deliver_at_once(folder: Path, *, database_url: str = "") -> str:
    """What ``search verify`` finds after three processes have written while two have delivered."""
    installation = Installation(folder, database_url=database_url)
    installation.run("begin")
    processes = [installation.start(step) for step in ("drain", "write", "write", "drain", "write")]
    assert [process.wait() for process in processes] == [0] * len(processes)
    for process in processes:
        process.communicate()
    return installation.run("drain")[0]


def _step(name: str) -> None:
    """Change something, say that the work begins, do it, and tell what is wrong afterwards."""
    import django

    django.setup()
    (_seed if name == "begin" else _flip)()
    sys.stdout.write("begun\n")
    sys.stdout.flush()
    {"drain": _drain, "write": _write}.get(name, _rebuild)()
    sys.stdout.write(_verified())


def _write() -> None:
    for _ in range(5):
        _flip()


def _seed() -> None:
    from django.core.management import call_command

    from tests.benchmarks.seeding import seed_articles
    from tests.factories.tree import make_section

    call_command("migrate", verbosity=0)
    seed_articles(make_section(), PAGES, body="<h2>要求</h2>" + "<p>各单位要按时报送材料。</p>" * 20)


def _flip() -> None:
    """Publish and withdraw at random, as acts do it: page and event together, one page after another."""
    from django.db import transaction

    from disclosure_pages.tree.models import DisclosurePage
    from search.enums import EventKind
    from search.outbox.recording import record

    keys = random.sample(list(DisclosurePage.objects.values_list("pk", flat=True)), FLIPPED)
    for key in keys:
        with transaction.atomic():
            page = DisclosurePage.objects.filter(pk=key)
            is_public = not page.select_for_update().get().is_public
            page.update(is_public=is_public, live=is_public)
            record(EventKind.PAGES, [key])


def _rebuild() -> None:
    from search.domain import rebuilding

    rebuilding.CHUNK = 20
    rebuilding.rebuild(name="embedded")


def _drain() -> None:
    from search.outbox import delivering
    from search.outbox.work import work

    delivering.BATCH = 5
    end = time.monotonic() + 3
    while any(delivered.pages for delivered in work().values()) or time.monotonic() < end:
        time.sleep(0.01)


def _verified() -> str:
    from search.domain.verifying import verify
    from search.models import IndexBuild

    verified = verify(name="embedded")
    builds = IndexBuild.objects.count()
    return f"pages {verified.pages > 0} waiting {verified.waiting} builds {builds} {list(verified.differences)}"


def _main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--points", type=int, default=50)
    parser.add_argument("--step")
    options = parser.parse_args()
    if options.step:
        return _step(options.step)
    with tempfile.TemporaryDirectory(prefix="gongkai-killed-") as folder:
        found = kill_at_random(Path(folder), points=options.points)
    sys.stdout.write(f"killed at {len(found)} points; found: {sorted(set(found))}\n")
    return None


if __name__ == "__main__":
    _main()
