"""Ask this container's own server whether it is well; exit status 0 when it is.

Production redirects plain http and refuses hosts that it does not know, so the question is put as the proxy puts it.
"""

from __future__ import annotations

import http.client
import sys

from cms.settings.environment import ENVIRONMENT

TIMEOUT = 8  # seconds


def is_well(host: str, port: int, *, name: str) -> bool:
    """Whether ``/health/`` at ``host`` answers 200 when asked for the site called ``name``."""
    connection = http.client.HTTPConnection(host, port, timeout=TIMEOUT)
    headers = {"Host": name, "X-Forwarded-Proto": "https", "Accept": "application/json"}
    try:
        connection.request("GET", "/health/", headers=headers)
        return connection.getresponse().status == http.HTTPStatus.OK
    except OSError:
        return False
    finally:
        connection.close()


if __name__ == "__main__":
    sys.exit(0 if is_well("127.0.0.1", 8000, name=ENVIRONMENT.allowed_hosts[0]) else 1)
