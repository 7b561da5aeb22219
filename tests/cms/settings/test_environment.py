"""The environment, and what the settings make of it."""

import json
import re
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from cms.settings.environment import BASE_DIR, read_environment
from cms.settings.logs import logging_config
from cms.settings.storages import FILE_SYSTEM, upload_storage
from tests.cms.installation import SAFE_PRODUCTION, run_manage


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
    found = run_manage({}, "doctor", "--json", "--data-dir", str(tmp_path / "elsewhere"))

    folder = next(outcome for outcome in json.loads(found.stdout) if outcome["id"] == "data-folder")
    assert folder["message"] == str(tmp_path / "elsewhere")
    assert found.returncode == 1  # nothing is migrated there


def test_data_dir_option_without_folder():
    found = run_manage({}, "check", "--data-dir")

    assert found.returncode == 1
    assert found.stderr == "manage.py: --data-dir needs a folder\n"


def test_production_is_clean_in_a_good_environment(tmp_path):
    found = run_manage(
        {**SAFE_PRODUCTION, "GONGKAI_DATA_DIR": str(tmp_path)}, "check", "--deploy", "--fail-level", "WARNING"
    )

    assert found.stderr == ""
    assert found.returncode == 0


def test_production_is_refused_for_each_mistake(tmp_path):
    mistakes = {
        "SECRET_KEY": "short",
        "ALLOWED_HOSTS": "*",
        "BASE_URL": "http://furong.example",
        "EMAIL_URL": "consolemail://",
        "WEB_CONCURRENCY": "2",
        "SECOND_FACTOR_REQUIRED": "false",
        "PERSONAL_DATA_KEYS": "",
    }

    found = run_manage({**SAFE_PRODUCTION, "GONGKAI_DATA_DIR": str(tmp_path), **mistakes}, "check", "--deploy")

    ids = [f"gongkai.{number}" for number in ("E001", "E003", "E007", "E008", "E013", "E014", "W002", "W004")]
    assert found.returncode == 1
    assert sorted(re.findall(r"gongkai\.[EW]\d{3}", found.stderr)) == ids


def test_production_without_secret(tmp_path):
    found = run_manage({**SAFE_PRODUCTION, "GONGKAI_DATA_DIR": str(tmp_path), "SECRET_KEY": ""}, "check", "--deploy")

    assert "gongkai.E001" in found.stderr


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
