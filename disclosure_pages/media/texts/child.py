"""The process that reads one file: ``python -m disclosure_pages.media.texts.child EXTENSION PATH SECONDS``.

Answers one JSON object a line as it goes, so that what was read counts when it is stopped; the last line is ``{}``.
"""

from __future__ import annotations

import contextlib
import json
import resource
import sys
from pathlib import Path

from .parts import to_json
from .readers import read_file

#: Bytes of memory that reading may take.
MEMORY = 1536 * 1024 * 1024


def main(extension: str, path: str, seconds: str) -> None:
    """Read, and print what was read."""
    with contextlib.suppress(ValueError, OSError):  # some systems do not let a process bound itself
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 5, int(seconds) + 5))
    with Path(path).open("rb") as stream:
        for item in read_file(extension, stream):
            _say(json.dumps(to_json(item)))
    _say("{}")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
