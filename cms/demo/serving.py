"""Serve the demo on this machine: gunicorn in this process, with one worker of several threads."""

from __future__ import annotations

import socket
from collections.abc import Callable
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.db import connections
from gunicorn.app.base import BaseApplication

HOST = "127.0.0.1"
THREADS = 4


def is_port_free(port: int) -> bool:
    """Whether a server could listen on ``port`` of this machine now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


class DemoServer(BaseApplication):
    """Gunicorn configured here rather than by files and arguments."""

    def __init__(self, *, port: int, when_ready: Callable[[], None]) -> None:
        self.port = port
        self.when_ready = when_ready
        super().__init__()

    def load_config(self) -> None:
        options: dict[str, Any] = {
            "bind": f"{HOST}:{self.port}",
            "workers": 1,
            "worker_class": "gthread",
            "threads": THREADS,
            "loglevel": "warning",
            "proc_name": "gongkai-demo",
            "when_ready": lambda _arbiter: self.when_ready(),
        }
        for name, value in options.items():
            self.cfg.set(name, value)

    def load(self) -> WSGIHandler:
        return WSGIHandler()


def serve(*, port: int, when_ready: Callable[[], None]) -> None:
    """Serve until interrupted; ``when_ready`` is called once the port is open. The worker gets its own connections."""
    connections.close_all()
    DemoServer(port=port, when_ready=when_ready).run()
