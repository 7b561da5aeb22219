from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection

from cms.tenancy.models import District


class DistrictCollection(models.Model):
    """The collection below which every section of a district has its own."""

    district = models.OneToOneField(
        District, verbose_name=_("district"), on_delete=models.PROTECT, related_name="media_place"
    )
    collection = models.OneToOneField(
        Collection, verbose_name=_("collection"), on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("collection of a district")
        verbose_name_plural = _("collections of districts")

    def __str__(self) -> str:
        return str(self.collection)
