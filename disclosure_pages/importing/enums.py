"""States of imports."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class BatchKind(models.TextChoices):
    """Where the rows of a batch come from."""

    FILES = "files", _("Files, looked through one by one")
    LIST = "list", _("A list with files")


class RowState(models.TextChoices):
    """What became of one document of an import."""

    WAITING = "waiting", pgettext_lazy("of a document to import", "waiting")
    DONE = "done", pgettext_lazy("of a document to import", "imported")
    REFUSED = "refused", pgettext_lazy("of a document to import", "refused")
    DUPLICATE = "duplicate", pgettext_lazy("of a document to import", "already there")
    DISCARDED = "discarded", pgettext_lazy("of a document to import", "discarded")


class Lead(models.TextChoices):
    """Where an address of an old portal leads today."""

    DOCUMENT = "document", _("leads to the document")
    PAGE = "page", _("is an address of this site")
    GONE = "gone", _("answers that the content was withdrawn")
    WAITING = "waiting", _("belongs to a document that is not public yet")
    NOWHERE = "nowhere", _("leads nowhere")
