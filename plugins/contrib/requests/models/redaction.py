from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .case_file import CaseFile


class Redaction(models.Model):
    """Of which file a redacted one was made, and why places of it are gone; never what stood there.

    ``reasons`` are outcomes, in the order of the numbers that the file shows; ``places`` is how many places went.
    """

    file = models.OneToOneField(CaseFile, verbose_name=_("file"), on_delete=models.CASCADE, related_name="redaction")
    source = models.ForeignKey(
        CaseFile, verbose_name=_("file it was made of"), null=True, on_delete=models.SET_NULL, related_name="redactions"
    )
    reasons = models.JSONField(_("reasons of the redaction"))
    places = models.PositiveIntegerField(pgettext_lazy("redaction", "places"))

    class Meta:
        verbose_name = _("redaction")
        verbose_name_plural = _("redactions")

    def __str__(self) -> str:
        return str(self.file)
