from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document


class DisclosureDocument(AbstractDocument):
    """A file attached to content. Its bytes are public only while a public page that was cleared with them uses it."""

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_document", _("Can choose document"))]
