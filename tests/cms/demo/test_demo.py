"""The demo as people start it: in a process and a folder of its own."""

from __future__ import annotations

import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from disclosure_pages.media.texts.keeping import WORKER_SECONDS

ROOT = Path(__file__).parents[3]
START_SECONDS = 600  # far beyond what it takes: the machine may be busy with other tests
pytestmark = pytest.mark.slow


def run_demo(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", "demo", "--data-dir", str(folder), *arguments],
        cwd=ROOT,
        env={**clean_environment(), **environment},
        capture_output=True,
        text=True,
        timeout=START_SECONDS,
        stdin=subprocess.DEVNULL,
        check=False,
    )


def clean_environment() -> dict[str, str]:
    """The environment without what the tests set for themselves."""
    ours = {"DJANGO_SETTINGS_MODULE", "DATABASE_URL", "GONGKAI_DATA_DIR", "PYTHONWARNINGS"}
    return {name: value for name, value in os.environ.items() if name not in ours}


def dump(folder: Path) -> list[str]:
    """Every table as SQL."""
    with closing(sqlite3.connect(folder / "gongkai.sqlite3")) as connection:
        return list(connection.iterdump())


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A folder with a demo, and what making it printed."""
    folder = tmp_path_factory.mktemp("demo") / "var"
    done = run_demo(folder, "--no-serve")
    assert done.returncode == 0, done.stderr
    return folder, done.stdout


@pytest.fixture
def server(made: tuple[Path, str]) -> Iterator[tuple[subprocess.Popen[str], int]]:
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "manage.py", "demo", "--data-dir", str(made[0]), "--port", str(port)],
        cwd=ROOT,
        env=clean_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield process, port
    finally:
        process.kill()
        process.communicate()


def status_of(address: str) -> int:
    """Status of an address once its server answers."""
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            with urllib.request.urlopen(address, timeout=60) as response:  # noqa: S310 - an address of our own
                return int(response.status)
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.5)


def block_of(output: str) -> list[str]:
    """Addresses and logins, without the stages above them."""
    return [line for line in output.splitlines() if not re.match(r" *[0-9.]+ s ", line)]


def test_demo_prints_addresses_and_a_login_for_every_role(made: tuple[Path, str]) -> None:
    output = made[1]
    assert "http://127.0.0.1:8000/furong/" in output
    assert "http://127.0.0.1:8000/admin/" in output
    assert len(re.findall(r"^[a-z]+-?[a-z]* +(?:[a-z0-9]{4}-){2}[a-z0-9]{4} ", output, re.MULTILINE)) == 14


def test_demo_made_again_changes_nothing_and_prints_the_same(made: tuple[Path, str]) -> None:
    folder, output = made
    before = dump(folder)
    again = run_demo(folder, "--no-serve")
    assert block_of(again.stdout) == block_of(output)
    assert dump(folder) == before


def test_demo_holds_the_invariants(made: tuple[Path, str]) -> None:
    environment = {**clean_environment(), "GONGKAI_DATA_DIR": str(made[0])}
    for command in (["clearance", "verify"], ["responsibility", "drift", "--district", "furong"]):
        arguments = [sys.executable, "manage.py", *command]
        done = subprocess.run(arguments, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def test_demo_has_content_in_every_state(made: tuple[Path, str]) -> None:
    with closing(sqlite3.connect(made[0] / "gongkai.sqlite3")) as connection:

        def count(sql: str) -> int:
            return int(connection.execute(f"SELECT count(*) FROM {sql}").fetchone()[0])  # noqa: S608 - our own words

        assert count("wagtailcore_page p JOIN gongkai_tree_disclosurepage d ON d.page_ptr_id = p.id WHERE live") > 60
        assert count("wagtailcore_workflowstate WHERE status = 'in_progress'") == 11
        assert count("wagtailcore_workflowstate WHERE status = 'needs_changes'") == 3
        assert count("wagtailcore_revision WHERE approved_go_live_at IS NOT NULL") == 1
        assert count("gongkai_clearance_clearance WHERE is_forced") == 1
        assert count("gongkai_clearance_clearance WHERE attribute = 'on_request'") == 1
        assert count("gongkai_clearance_clearance WHERE attribute = 'withheld'") == 1
        assert count("gongkai_clearance_withdrawal") == 1
        assert count("gongkai_tree_formeraddress") == 2
        assert count("gongkai_tree_column WHERE retired_on IS NOT NULL") == 1
        assert count("gongkai_people_user WHERE NOT is_demo") == 0
        assert count("gongkai_rounds_reviewround WHERE state = 'open'") == 1
        assert count("gongkai_rounds_rounditem") == 4
        assert count("gongkai_rounds_rounditem WHERE proposal = ''") == 1
        assert count("gongkai_rounds_rounditem WHERE approved_at IS NOT NULL") == 1
        # Files are read before anybody publishes them, whom a machine under load would make wait too long.
        assert count("gongkai_media_filetext WHERE parts <> '[]'") >= 3
        assert count(f"gongkai_media_filetext WHERE seconds < {WORKER_SECONDS}") == 0


def test_demo_serves_the_public_home_and_the_login(server: tuple[subprocess.Popen[str], int]) -> None:
    process, port = server
    assert status_of(f"http://127.0.0.1:{port}/furong/") == 200
    assert status_of(f"http://127.0.0.1:{port}/admin/login/") == 200
    assert status_of(f"http://127.0.0.1:{port}/static/wagtailadmin/css/core.css") == 200
    process.send_signal(signal.SIGTERM)
    output, _errors = process.communicate(timeout=60)
    assert f"http://127.0.0.1:{port}/furong/" in output


def test_demo_refuses_a_port_in_use(made: tuple[Path, str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run_demo(made[0], "--port", str(port))
    assert done.returncode == 1
    assert f"--port {port + 1}" in done.stderr


def test_demo_leaves_a_foreign_folder_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    done = run_demo(tmp_path, "--no-serve", "--reset", "--yes")
    assert done.returncode == 1
    assert "--data-dir" in done.stderr
    assert [entry.name for entry in tmp_path.iterdir()] == ["notes.txt"]


def test_demo_refuses_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    done = run_demo(tmp_path / "file" / "var", "--no-serve")
    assert done.returncode == 1
    assert "--data-dir" in done.stderr
    assert "Traceback" not in done.stderr


def test_demo_refuses_other_settings_and_another_database(tmp_path: Path) -> None:
    for name, value in (("DJANGO_SETTINGS_MODULE", "cms.settings.dev"), ("DATABASE_URL", "sqlite:///other.sqlite3")):
        done = run_demo(tmp_path / "var", "--no-serve", **{name: value})
        assert (done.returncode, name in done.stderr) == (1, True)
    assert not (ROOT / "other.sqlite3").exists()


def test_reset_without_anybody_to_ask_deletes_nothing(made: tuple[Path, str]) -> None:
    done = run_demo(made[0], "--no-serve", "--reset")
    assert done.returncode == 1
    assert "--yes" in done.stderr
    assert (made[0] / "gongkai.sqlite3").exists()
