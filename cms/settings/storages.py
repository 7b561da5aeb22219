"""Where uploaded files are kept: in the data folder, or in an object store."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any

from django.core.exceptions import ImproperlyConfigured

FILE_SYSTEM: dict[str, Any] = {"BACKEND": "django.core.files.storage.FileSystemStorage"}


def upload_storage(*, bucket: str, endpoint: str) -> dict[str, Any]:
    """Return ``STORAGES["default"]``. Without a bucket, files go to ``MEDIA_ROOT``.

    With a bucket, they go to an S3-compatible store at ``endpoint`` (empty: Amazon's). Its keys are read by the client
    from its own variables. Files stay private there, because readers get them through the site, which knows who may.
    Raises ``ImproperlyConfigured`` when the client is not installed.
    """
    if not bucket:
        return FILE_SYSTEM
    if find_spec("storages") is None:
        raise ImproperlyConfigured("OBJECT_STORE_BUCKET needs django-storages: uv sync --extra object-storage")
    options = {"bucket_name": bucket, "default_acl": "private", "querystring_auth": True, "file_overwrite": False}
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": options | ({"endpoint_url": endpoint} if endpoint else {}),
    }
