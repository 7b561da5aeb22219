"""The demo's own file in the data folder: its mark, and the passwords that it prints on every run."""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from .folder import FOLDERS, MARK

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"  # without letters that look alike
VERSION = 1


def new_password() -> str:
    """Three groups of four characters: some 59 bits, and still easy to type."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(3))


@dataclass
class Logins:
    """Passwords by user name, kept in a file that only its owner can read."""

    path: Path
    passwords: dict[str, str] = field(default_factory=dict)

    def password_of(self, username: str) -> str:
        """The password of a demo person, made when there is none yet."""
        if username not in self.passwords:
            self.passwords[username] = new_password()
            self.write()
        return self.passwords[username]

    def write(self) -> None:
        """Write the file as a whole; a run that is interrupted leaves the former one."""
        draft = self.path.with_suffix(".new")
        draft.unlink(missing_ok=True)
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump({"version": VERSION, "passwords": self.passwords}, file, indent=2)
        draft.replace(self.path)


def claim_folder(folder: Path) -> Logins:
    """Make ``folder`` the demo's own, or read what a former run left there. Raises ``OSError`` when it cannot."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in (*FOLDERS, "static"):
        (folder / name).mkdir(exist_ok=True)
    logins = Logins(folder / MARK)
    if logins.path.exists():
        logins.passwords = json.loads(logins.path.read_text(encoding="utf-8"))["passwords"]
    else:
        logins.write()
    return logins
