"""Resident memory of one server process after 1,000 mixed requests to the demo.

Aim: at most 200 MB, with the environment of the deployment files. Nine readers to one editor who looks at the admin.
Writing a page loads the pinyin dictionary as well, which is 55 MB more.
"""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

from tests.benchmarks.cluster import free_port

REQUESTS = 1_000
EDITOR = "jiaoyu-bianji"


def resident(pid: int) -> float:
    """Resident memory of a process in MB (10⁶ bytes)."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def start_server(folder: str, port: int) -> subprocess.Popen[bytes]:
    """The demo's data behind one gthread worker; returns when it answers."""
    environment = {**os.environ, "GONGKAI_DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "cms.settings.demo"}
    subprocess.run(
        [sys.executable, "manage.py", "demo", "--no-serve"], env=environment, check=True, stdout=subprocess.DEVNULL
    )
    environment["MALLOC_ARENA_MAX"] = "2"
    options = ["--threads", "4", "--worker-class", "gthread", "-b", f"127.0.0.1:{port}", "--log-level", "error"]
    command = [sys.executable, "-m", "gunicorn", "cms.wsgi:application", *options]
    server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(120):
        time.sleep(0.5)
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return server
    raise TimeoutError("the server did not come up")


def worker_of(server: subprocess.Popen[bytes]) -> int:
    """Gunicorn's one worker: the child of its arbiter."""
    children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()
    return int(children[0])


def sign_in(base: str, folder: str) -> OpenerDirector:
    password = json.loads((Path(folder) / "demo.json").read_text())["passwords"][EDITOR]
    opener = build_opener(HTTPCookieProcessor())
    form = opener.open(f"{base}/admin/login/").read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form)
    assert token is not None
    fields = {"username": EDITOR, "password": password, "csrfmiddlewaretoken": token.group(1), "next": "/admin/"}
    opener.open(f"{base}/admin/login/", urlencode(fields).encode())
    return opener


def main() -> None:
    folder, port = tempfile.mkdtemp(prefix="gongkai-benchmark-"), free_port()
    base = f"http://127.0.0.1:{port}"
    server = start_server(folder, port)
    try:
        reader, editor = build_opener(), sign_in(base, folder)
        worker = worker_of(server)
        print(f"after sign-in: {resident(worker):.0f} MB")
        home = reader.open(f"{base}/furong/").read().decode()
        public = sorted(set(re.findall(r'href="(/furong/[^"#]*)"', home)))
        admin = ["/admin/", "/admin/pages/", "/admin/images/", "/admin/documents/"]
        for number in range(REQUESTS):
            if number % 10 == 9:
                editor.open(base + admin[number // 10 % len(admin)]).read()
            else:
                fresh = f"?visit={number}" if number % 2 else ""  # half of the pages are not in the page cache
                reader.open(base + public[number % len(public)] + fresh).read()
        print(f"after {REQUESTS:,} mixed requests: {resident(worker):.0f} MB (aim: 200)")
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
