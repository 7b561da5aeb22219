"""Elasticsearch nodes on this machine: one cluster of its own on loopback, thrown away at the end.

The server is an unpacked distribution; ``.ci/run`` shows where one comes from. It refuses to run as root, so root
starts it as ``nobody``.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_READY_SECONDS = 300


class Node:
    """One server. ``peers`` are the transport ports of all nodes, its own among them."""

    def __init__(self, home: Path, folder: Path, name: str, peers: dict[str, int], heap: str) -> None:
        self.name = name
        self.url = f"http://127.0.0.1:{free_port()}"
        self._home, self._folder, self._heap = home, folder / name, heap
        self._server: subprocess.Popen[bytes] | None = None
        self._configure(peers)

    def start(self) -> None:
        """Begin to start; :func:`wait_for` says when the cluster is there."""
        options = {"ES_PATH_CONF": str(self._folder / "config"), "ES_TMPDIR": str(self._folder / "tmp")}
        self._server = subprocess.Popen(
            [*_as_nobody(), str(self._home / "bin" / "elasticsearch")],
            env=os.environ | options | {"ES_JAVA_OPTS": f"-Xms{self._heap} -Xmx{self._heap}"},
            stdout=(self._folder / "out").open("wb"),
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    def kill(self) -> None:
        """End it without a farewell, as a machine does that loses its power."""
        if self._server:
            os.killpg(self._server.pid, signal.SIGKILL)
            self._server.wait()
            self._server = None

    def _configure(self, peers: dict[str, int]) -> None:
        shutil.copytree(self._home / "config", self._folder / "config")
        for part in ("data", "logs", "tmp"):
            (self._folder / part).mkdir()
        values = {
            "cluster.name": self._folder.parent.name,
            "node.name": self.name,
            "network.host": "127.0.0.1",
            "http.port": self.url.rpartition(":")[2],
            "transport.port": peers[self.name],
            "discovery.seed_hosts": [f"127.0.0.1:{port}" for port in peers.values()],
            "cluster.initial_master_nodes": list(peers),
            "path.data": str(self._folder / "data"),
            "path.logs": str(self._folder / "logs"),
            "xpack.security.enabled": False,
            "cluster.routing.allocation.disk.threshold_enabled": False,
        }
        lines = [f"{name}: {json.dumps(value)}\n" for name, value in values.items()]  # JSON is YAML
        (self._folder / "config" / "elasticsearch.yml").write_text("".join(lines))
        if os.geteuid() == 0:
            for path in (self._folder, *self._folder.rglob("*")):
                shutil.chown(path, "nobody")


@contextmanager
def cluster_of(home: Path, count: int, *, heap: str = "384m") -> Iterator[list[Node]]:
    """``count`` nodes that have found each other; killed at the end."""
    folder = Path(tempfile.mkdtemp(prefix="gongkai-cluster-"))
    folder.chmod(0o755)
    peers = {f"node{number}": free_port() for number in range(1, count + 1)}
    nodes = [Node(home, folder, name, peers, heap) for name in peers]
    try:
        for node in nodes:
            node.start()
        wait_for(nodes, count)
        yield nodes
    finally:
        for node in nodes:
            node.kill()
        shutil.rmtree(folder)


def wait_for(nodes: list[Node], count: int, *, status: str = "green") -> None:
    """Wait until one of ``nodes`` says that it sees ``count`` of them, and that every copy of every index is there."""
    deadline = time.monotonic() + _READY_SECONDS
    while time.monotonic() < deadline:
        for node in nodes:
            health = _health(node)
            if health and (health["number_of_nodes"], health["status"]) == (count, status):
                return
        time.sleep(0.5)
    raise TimeoutError(f"The nodes did not become {count}, {status}, within {_READY_SECONDS} seconds.")


@contextmanager
def searched_by(node: Node, **settings: object) -> Iterator[None]:
    """The installation's search is Elasticsearch on ``node`` alone, without an engine that stands in."""
    from django.conf import settings as present
    from django.test import override_settings

    there = present.ELASTICSEARCH | {"urls": [node.url], "replicas": 0}
    engines = {"SEARCH_ENGINE": "elasticsearch", "SEARCH_FALLBACK_ENGINE": "", "ELASTICSEARCH": there}
    with override_settings(**engines, **settings):
        yield


def free_port() -> int:
    """A port of this machine where nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


def _health(node: Node) -> dict[str, object] | None:
    try:
        with urllib.request.urlopen(f"{node.url}/_cluster/health", timeout=5) as answer:  # noqa: S310 (our own address)
            health: dict[str, object] = json.load(answer)
            return health
    except (urllib.error.URLError, OSError):
        return None


def _as_nobody() -> list[str]:
    return ["runuser", "-u", "nobody", "--"] if os.geteuid() == 0 else []
