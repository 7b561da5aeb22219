"""An installation of its own: settings are read once a process, so another environment needs another process."""

from __future__ import annotations

import subprocess
import sys

from cms.settings.environment import BASE_DIR

SAFE_PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "cms.settings.production",
    "SECRET_KEY": "0123456789abcdef" * 4,
    "ALLOWED_HOSTS": "furong.example",
    "BASE_URL": "https://furong.example",
    "EMAIL_URL": "smtp+tls://user:password@mail.example:587",
    "SECOND_FACTOR_REQUIRED": "true",
    "PERSONAL_DATA_KEYS": "fedcba9876543210" * 4,
    "PERSONAL_DATA_INDEX_KEY": "76543210fedcba98" * 4,
}


def run_manage(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    """``manage.py`` with nothing but ``environment``, from another folder than the project's."""
    command = [sys.executable, str(BASE_DIR / "manage.py"), *arguments]
    variables = {"PATH": "/usr/bin:/bin", **environment}
    return subprocess.run(command, capture_output=True, text=True, env=variables, cwd="/", check=False)
