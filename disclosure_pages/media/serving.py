"""Turn a stored file into a response: type, name, ranges, conditional requests, caching."""

from __future__ import annotations

from urllib.parse import quote

from django.conf import settings
from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header
from whitenoise.responders import StaticFile

PUBLIC_CACHING = "public, max-age=300"
PRIVATE_CACHING = "private, no-store"


class _StoredFileResponse(FileResponse):
    """Headers are complete when it is made; Django would guess them anew."""

    def set_headers(self, filelike: object) -> None:
        """Leave them."""


def file_response(
    request: HttpRequest,
    file: FieldFile,
    *,
    etag: str,
    name: str,
    content_type: str,
    is_inline: bool,
    is_public: bool,
) -> HttpResponseBase:
    """The bytes of ``file`` under ``name``. ``etag`` is the hash of the bytes.

    Nothing in the answer can run: its type is fixed, the browser may not guess another, and its policy allows nothing.
    Shared caches keep public files for five minutes only, so that a withdrawal is felt soon.
    """
    headers = {
        "Content-Type": content_type,
        "Content-Disposition": content_disposition_header(as_attachment=not is_inline, filename=name) or "inline",
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": PUBLIC_CACHING if is_public else PRIVATE_CACHING,
        "ETag": f'"{etag}"',
    }
    unchanged = get_conditional_response(request, etag=headers["ETag"], response=HttpResponse(headers=headers))
    if unchanged is not None and unchanged.status_code != 200:
        return unchanged
    if settings.MEDIA_ACCEL_PREFIX:
        inside = settings.MEDIA_ACCEL_PREFIX + quote(str(file.name))
        return HttpResponse(headers={**headers, "X-Accel-Redirect": inside})
    try:
        return _local_response(request, file.storage.path(str(file.name)), headers)
    except NotImplementedError:
        return _StoredFileResponse(file.storage.open(str(file.name), "rb"), headers=headers)


def _local_response(request: HttpRequest, path: str, headers: dict[str, str]) -> HttpResponseBase:
    """WhiteNoise knows ranges; without a body (304, 416, HEAD) it hands back no file."""
    try:
        answer = StaticFile(path, list(headers.items())).get_response(request.method, request.META)
    except OSError as error:
        raise Http404 from error
    return _StoredFileResponse(answer.file or (), status=int(answer.status), headers=dict(answer.headers))
