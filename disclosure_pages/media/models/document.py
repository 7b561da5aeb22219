from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document

from disclosure_pages.media.hashing import content_hash, sha256_of
from disclosure_pages.media.inspection.kinds import INLINE_TYPES, content_type_of
from disclosure_pages.media.names import extension_of, safe_file_name, storage_name
from disclosure_pages.media.querysets import DocumentQuerySet
from disclosure_pages.media.validators import validate_document


def document_path(instance: DisclosureDocument, name: str) -> str:
    """Where a new upload goes; what it was called is kept on the row."""
    instance.original_name = safe_file_name(name)
    return storage_name("documents", name)


class DisclosureDocument(AbstractDocument):
    """A file attached to content. Its bytes are public only while a public page that was cleared with them uses it."""

    # ``original_name`` stands after ``file``, whose saving sets it.
    file = models.FileField(_("file"), upload_to=document_path, validators=[validate_document], max_length=100)
    original_name = models.CharField(_("file name"), max_length=150, blank=True, editable=False)
    file_hash = models.CharField(_("SHA-256 of the file"), max_length=64, blank=True, editable=False)

    objects = DocumentQuerySet.as_manager()
    admin_form_fields = Document.admin_form_fields
    #: Hash of the bytes that a save replaces or a deletion removes (``receivers.py``).
    former_hash = ""

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_document", _("Can choose document"))]

    @property
    def filename(self) -> str:
        """The name that people see and download, with its Chinese characters."""
        return self.original_name or super().filename

    @property
    def content_type(self) -> str:
        """By extension, which the content was checked against when it was uploaded."""
        return content_type_of(extension_of(self.filename))

    @property
    def is_inline(self) -> bool:
        """Whether a browser may show it instead of saving it."""
        return self.content_type in INLINE_TYPES

    def _set_file_hash(self) -> None:
        with self.open_file() as stream:
            self.file_hash = sha256_of(stream)

    def get_file_hash(self) -> str:
        """SHA-256 of the bytes as they are now, not as they were when the row was written; empty if they are lost."""
        return content_hash(self.file)
