"""Services that some tests need: where they are, and whether they answer.

The addresses come from ``TEST_POSTGRESQL_URL``, ``TEST_REDIS_URL`` and ``TEST_ELASTICSEARCH_URL``; Chromium is looked
for on the machine.
"""

from __future__ import annotations

from collections.abc import Callable

import elastic_transport
import elasticsearch
import psycopg
import redis

from cms.doctor.machine import find_browser
from cms.settings.environment import ENVIRONMENT

PROBE_SECONDS = 3


def why_no_postgresql() -> str:
    """Why there is no PostgreSQL to test with; empty when there is one."""
    if not ENVIRONMENT.test_postgresql_url:
        return "TEST_POSTGRESQL_URL is not set"
    try:
        psycopg.connect(ENVIRONMENT.test_postgresql_url, connect_timeout=PROBE_SECONDS).close()
    except psycopg.OperationalError as error:
        return f"TEST_POSTGRESQL_URL does not answer: {error}"
    return ""


def why_no_redis() -> str:
    """Why there is no Redis or Valkey to test with; empty when there is one."""
    if not ENVIRONMENT.test_redis_url:
        return "TEST_REDIS_URL is not set"
    client = redis.Redis.from_url(ENVIRONMENT.test_redis_url, socket_connect_timeout=PROBE_SECONDS)
    try:
        client.ping()
    except redis.RedisError as error:
        return f"TEST_REDIS_URL does not answer: {error}"
    finally:
        client.close()
    return ""


def why_no_elasticsearch() -> str:
    """Why there is no Elasticsearch to test with; empty when there is one."""
    if not ENVIRONMENT.test_elasticsearch_url:
        return "TEST_ELASTICSEARCH_URL is not set"
    client = elasticsearch.Elasticsearch(ENVIRONMENT.test_elasticsearch_url, request_timeout=PROBE_SECONDS)
    try:
        client.cluster.health()
    except (elasticsearch.ApiError, elastic_transport.TransportError) as error:
        return f"TEST_ELASTICSEARCH_URL does not answer: {error}"
    finally:
        client.close()
    return ""


def why_no_browser() -> str:
    """Why there is no browser to test with; empty when there is one."""
    return "" if find_browser() else "no Chromium or Chrome on this machine"


ENGINES: dict[str, Callable[[], str]] = {
    "postgresql": why_no_postgresql,
    "redis": why_no_redis,
    "elasticsearch": why_no_elasticsearch,
    "browser": why_no_browser,
}
