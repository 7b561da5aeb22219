from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from cms.tenancy.validators import validate_slug


class City(models.Model):
    """The city (市) that sets standards for its districts and audits them."""

    name = models.CharField(_("name"), max_length=60, unique=True, help_text=_("For example 长沙市."))
    slug = models.CharField(_("slug"), max_length=60, unique=True, validators=[validate_slug])
    code = models.CharField(_("administrative division code"), max_length=12, blank=True)
    root_page = models.OneToOneField(
        "wagtailcore.Page",
        verbose_name=_("home page"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("city")
        verbose_name_plural = _("cities")
        ordering = ["code", "name"]

    def __str__(self) -> str:
        return self.name
