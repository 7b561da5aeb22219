"""The one place where the process environment is read.

Every variable that an operator may set is an attribute of :data:`ENVIRONMENT`; the README lists them all.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import environ

env = environ.Env()

BASE_DIR = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Environment:
    """What the operator decided outside the code. Paths are absolute; durations are seconds."""

    data_dir: Path
    secret_key: str
    allowed_hosts: list[str]
    trusted_origins: list[str]
    database_url: str
    database_pool: bool
    cache_url: str
    email_url: str
    default_from_email: str
    base_url: str
    second_factor_required: bool
    server_processes: int
    log_level: str
    log_format: str
    media_accel_prefix: str
    public_api_rate: str
    max_upload_mb: int
    personal_data_keys: list[str]
    personal_data_index_key: str
    item_platform_url: str
    item_platform_key: str
    search_engine: str
    search_fallback_engine: str
    search_delivery: str
    search_report_days: int
    plugins_left_out: list[str]
    object_store_bucket: str
    object_store_endpoint: str
    elasticsearch_urls: list[str]
    elasticsearch_api_key: str
    elasticsearch_user: str
    elasticsearch_password: str
    elasticsearch_ca_file: str
    elasticsearch_timeout: float
    elasticsearch_retries: int
    elasticsearch_index: str
    elasticsearch_shards: int
    elasticsearch_replicas: int
    test_plugins: list[str]
    test_database_url: str
    test_postgresql_url: str
    test_redis_url: str
    test_elasticsearch_url: str


def read_environment() -> Environment:
    """Read the variables once. A malformed value raises ``ImproperlyConfigured`` or ``ValueError`` naming it."""
    data_dir = Path(env.str("GONGKAI_DATA_DIR", default=str(BASE_DIR / "var"))).resolve()
    return Environment(
        data_dir=data_dir,
        secret_key=env.str("SECRET_KEY", default=""),
        allowed_hosts=env.list("ALLOWED_HOSTS", default=[]),
        trusted_origins=env.list("CSRF_TRUSTED_ORIGINS", default=[]),
        database_url=env.str("DATABASE_URL", default=f"sqlite:///{data_dir / 'gongkai.sqlite3'}"),
        database_pool=env.bool("DATABASE_POOL", default=False),
        cache_url=env.str("CACHE_URL", default="locmemcache://"),
        email_url=env.str("EMAIL_URL", default="consolemail://"),
        default_from_email=env.str("DEFAULT_FROM_EMAIL", default="gongkai@localhost"),
        base_url=env.str("BASE_URL", default="http://127.0.0.1:8000"),
        second_factor_required=env.bool("SECOND_FACTOR_REQUIRED", default=False),
        server_processes=env.int("WEB_CONCURRENCY", default=1),
        log_level=env.str("LOG_LEVEL", default="INFO").upper(),
        log_format=env.str("LOG_FORMAT", default="text"),
        media_accel_prefix=env.str("MEDIA_ACCEL_PREFIX", default=""),
        public_api_rate=env.str("PUBLIC_API_RATE", default=""),
        max_upload_mb=env.int("MAX_UPLOAD_MB", default=50),
        personal_data_keys=env.list("PERSONAL_DATA_KEYS", default=[]),
        personal_data_index_key=env.str("PERSONAL_DATA_INDEX_KEY", default=""),
        item_platform_url=env.str("ITEM_PLATFORM_URL", default=""),
        item_platform_key=env.str("ITEM_PLATFORM_KEY", default=""),
        search_engine=env.str("SEARCH_ENGINE", default="embedded"),
        search_fallback_engine=env.str("SEARCH_FALLBACK_ENGINE", default=""),
        search_delivery=env.str("SEARCH_DELIVERY", default="thread"),
        search_report_days=env.int("SEARCH_REPORT_DAYS", default=365),
        plugins_left_out=env.list("PLUGINS_LEFT_OUT", default=[]),
        object_store_bucket=env.str("OBJECT_STORE_BUCKET", default=""),
        object_store_endpoint=env.str("OBJECT_STORE_ENDPOINT", default=""),
        elasticsearch_urls=env.list("ELASTICSEARCH_URLS", default=[]),
        elasticsearch_api_key=env.str("ELASTICSEARCH_API_KEY", default=""),
        elasticsearch_user=env.str("ELASTICSEARCH_USER", default=""),
        elasticsearch_password=env.str("ELASTICSEARCH_PASSWORD", default=""),
        elasticsearch_ca_file=env.str("ELASTICSEARCH_CA_FILE", default=""),
        elasticsearch_timeout=env.float("ELASTICSEARCH_TIMEOUT", default=5.0),
        elasticsearch_retries=env.int("ELASTICSEARCH_RETRIES", default=2),
        elasticsearch_index=env.str("ELASTICSEARCH_INDEX", default="gongkai"),
        elasticsearch_shards=env.int("ELASTICSEARCH_SHARDS", default=1),
        elasticsearch_replicas=env.int("ELASTICSEARCH_REPLICAS", default=1),
        test_plugins=env.list("TEST_PLUGINS", default=[]),
        test_database_url=env.str("TEST_DATABASE_URL", default="sqlite://:memory:"),
        test_postgresql_url=env.str("TEST_POSTGRESQL_URL", default=""),
        test_redis_url=env.str("TEST_REDIS_URL", default=""),
        test_elasticsearch_url=env.str("TEST_ELASTICSEARCH_URL", default=""),
    )


ENVIRONMENT = read_environment()
