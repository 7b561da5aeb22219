from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .field import Field


class PlatformCopy(models.Model):
    """What the province's platform said last of a field: kept beside the catalogues until somebody takes from it."""

    field = models.OneToOneField(
        Field, verbose_name=_("field of disclosure"), on_delete=models.CASCADE, related_name="+"
    )
    version = models.CharField(_("version of the platform"), max_length=300)
    cursor = models.CharField(_("where to go on"), max_length=300)
    etag = models.CharField(_("mark of the answer"), max_length=200, blank=True)
    items = models.JSONField(_("items of the platform"), default=list)
    fetched_at = models.DateTimeField(_("fetched at"))

    class Meta:
        verbose_name = _("copy of the platform")
        verbose_name_plural = _("copies of the platform")

    def __str__(self) -> str:
        return f"{self.field} · {self.version}"
