"""Files and pictures for readers: whoever may not see the content may not see what hangs on it, and is told nothing."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from .inspection.kinds import content_type_of
from .models import DisclosureDocument, DisclosureImage, DisclosureRendition, PublishedFile
from .names import extension_of
from .serving import file_response


def _is_public(file: DisclosureDocument | DisclosureImage) -> bool:
    return PublishedFile.objects.serves(file)


def _check_visible(request: HttpRequest, file: Any) -> None:
    """Raise 404 for everybody but those who may see the file's content in the admin."""
    user = request.user
    if not user.is_authenticated or not type(file).objects.visible_to(user).filter(pk=file.pk).exists():
        raise Http404


@require_safe
def serve_document(request: HttpRequest, document_id: int, filename: str) -> HttpResponseBase:
    """A document: to everybody while public content uses exactly these bytes, else to those who may see its content.

    The session is looked at only for what is not public, so public answers are the same for all and may be cached.
    """
    document = DisclosureDocument.objects.filter(pk=document_id).first()
    if document is None or filename != document.filename:
        raise Http404
    is_public = _is_public(document)
    if not is_public:
        _check_visible(request, document)
    return file_response(
        request,
        document.file,
        etag=document.get_file_hash(),
        name=document.filename,
        content_type=document.content_type,
        is_inline=document.is_inline,
        is_public=is_public,
    )


@require_safe
def serve_rendition(request: HttpRequest, rendition_id: int, filename: str) -> HttpResponseBase:
    """A picture in one size, under the rule of its image; one that was made from other bytes is not public."""
    rendition = DisclosureRendition.objects.select_related("image").filter(pk=rendition_id).first()
    if rendition is None or filename != rendition.file.name.rpartition("/")[2]:
        raise Http404
    is_public = rendition.is_faithful and _is_public(rendition.image)
    if not is_public:
        _check_visible(request, rendition.image)
    return file_response(
        request,
        rendition.file,
        etag=rendition.file_hash,
        name=filename,
        content_type=content_type_of(extension_of(filename)),
        is_inline=True,
        is_public=is_public,
    )
