"""The environment, and what the settings make of it."""

import json
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from cms.settings.environment import BASE_DIR, read_environment
from cms.settings.logs import logging_config
from cms.settings.storages import FILE_SYSTEM, upload_storage

SAFE_PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "cms.settings.production",
    "SECRET_KEY": "0123456789abcdef" * 4,
    "ALLOWED_HOSTS": "furong.example",
    "BASE_URL": "https://furong.example",
    "EMAIL_URL": "smtp+tls://user:password@mail.example:587",
    "SECOND_FACTOR_REQUIRED": "true",
}


def _manage(environment, *arguments):
    # The environment is read once a process, so another one is what a test of it needs.
    command = [sys.executable, str(BASE_DIR / "manage.py"), *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, env={"PATH": "/usr/bin:/bin", **environment}, cwd="/", check=False
    )


def test_read_environment_defaults(monkeypatch):
    monkeypatch.delenv("GONGKAI_DATA_DIR", raising=False)
    monkeypatch.delenv("DATABASE_URL", raising=False)

    environment = read_environment()

    assert environment.data_dir == BASE_DIR / "var"
    assert environment.database_url == f"sqlite:///{BASE_DIR / 'var' / 'gongkai.sqlite3'}"


def test_read_environment_makes_the_data_folder_absolute(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GONGKAI_DATA_DIR", "data")

    assert read_environment().data_dir == tmp_path / "data"


def test_read_environment_malformed(monkeypatch):
    monkeypatch.setenv("WEB_CONCURRENCY", "many")

    with pytest.raises(ValueError, match="many"):
        read_environment()


def test_data_dir_option_reaches_the_settings(tmp_path):
    found = _manage({}, "doctor", "--json", "--data-dir", str(tmp_path / "elsewhere"))

    folder = next(outcome for outcome in json.loads(found.stdout) if outcome["id"] == "data-folder")
    assert folder["message"] == str(tmp_path / "elsewhere")
    assert found.returncode == 1  # nothing is migrated there


def test_data_dir_option_without_folder():
    found = _manage({}, "check", "--data-dir")

    assert found.returncode == 1
    assert found.stderr == "manage.py: --data-dir needs a folder\n"


def test_production_is_clean_in_a_good_environment(tmp_path):
    found = _manage(
        {**SAFE_PRODUCTION, "GONGKAI_DATA_DIR": str(tmp_path)}, "check", "--deploy", "--fail-level", "WARNING"
    )

    assert found.stderr == ""
    assert found.returncode == 0


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("SECRET_KEY", "short", "gongkai.E001"),
        ("SECRET_KEY", "", "gongkai.E001"),
        ("ALLOWED_HOSTS", "*", "gongkai.E003"),
        ("BASE_URL", "http://furong.example", "gongkai.E007"),
        ("EMAIL_URL", "consolemail://", "gongkai.E008"),
    ],
)
def test_production_is_refused(tmp_path, name, value, expected):
    environment = {**SAFE_PRODUCTION, "GONGKAI_DATA_DIR": str(tmp_path), name: value}

    found = _manage(environment, "check", "--deploy")

    assert found.returncode == 1
    assert expected in found.stderr


def test_upload_storage_without_bucket():
    assert upload_storage(bucket="", endpoint="https://store.example") == FILE_SYSTEM


def test_upload_storage_without_client(monkeypatch):
    monkeypatch.setattr("cms.settings.storages.find_spec", lambda name: None)

    with pytest.raises(ImproperlyConfigured, match="object-storage"):
        upload_storage(bucket="uploads", endpoint="")


def test_upload_storage_is_private(monkeypatch):
    monkeypatch.setattr("cms.settings.storages.find_spec", lambda name: object())

    options = upload_storage(bucket="uploads", endpoint="https://store.example")["OPTIONS"]

    assert options == {
        "bucket_name": "uploads",
        "default_acl": "private",
        "querystring_auth": True,
        "file_overwrite": False,
        "endpoint_url": "https://store.example",
    }


def test_logging_config_unknown_format():
    with pytest.raises(ValueError, match="LOG_FORMAT"):
        logging_config(level="INFO", log_format="xml")


def test_log_lines_as_json(tmp_path):
    script = (
        "import logging.config, structlog; from cms.settings.logs import *;"
        "logging.config.dictConfig(logging_config(level='INFO', log_format='json')); configure_structlog();"
        "structlog.get_logger('a').info('公开', n=1); logging.getLogger('b').warning('said %s', 2, extra={'n': 3})"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=BASE_DIR, check=True)

    events = [json.loads(line) for line in ran.stderr.splitlines()]
    assert [(event["event"], event["level"], event["logger"], event["n"]) for event in events] == [
        ("公开", "info", "a", 1),
        ("said 2", "warning", "b", 3),
    ]
