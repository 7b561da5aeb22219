"""An empty PostgreSQL becomes an installation."""

import json
import uuid
from urllib.parse import urlsplit

import psycopg
import pytest
from psycopg import sql

from tests.cms.installation import SAFE_PRODUCTION, run_manage


@pytest.fixture
def empty_database(postgresql_url):
    name = sql.Identifier(f"gongkai_{uuid.uuid4().hex}")
    with psycopg.connect(postgresql_url, autocommit=True) as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(name))
        yield urlsplit(postgresql_url)._replace(path=f"/{name.as_string().strip(chr(34))}").geturl()
        server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))


@pytest.mark.engine("postgresql")
def test_postgresql_is_migrated_and_well(empty_database, tmp_path):
    environment = {**SAFE_PRODUCTION, "DATABASE_URL": empty_database, "GONGKAI_DATA_DIR": str(tmp_path)}

    migrated = run_manage(environment, "migrate", "--verbosity=0")
    report = json.loads(run_manage(environment, "doctor", "--json").stdout)

    assert migrated.stderr == ""
    wanting = {outcome["id"] for outcome in report if not outcome["ok"]} - {"mail", "fonts", "browser", "free-space"}
    assert wanting == {"static-files", "search"}  # neither is collected or indexed yet
    assert {outcome["id"] for outcome in report} >= {"database", "migrations", "tasks"}
