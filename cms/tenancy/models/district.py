from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from cms.tenancy.validators import validate_slug

from .city import City


class District(models.Model):
    """A district or county (区县) government: the tenant, with its own tree, units and look.

    The identifiers are printed in the footer of every public page, as the state asks of government sites.
    """

    city = models.ForeignKey(City, verbose_name=_("city"), on_delete=models.PROTECT, related_name="districts")
    name = models.CharField(_("name"), max_length=60, help_text=_("For example 芙蓉区."))
    government_name = models.CharField(
        _("name of its government"), max_length=120, blank=True, help_text=_("For example 芙蓉区人民政府.")
    )
    slug = models.CharField(_("slug"), max_length=60, unique=True, validators=[validate_slug])
    code = models.CharField(_("administrative division code"), max_length=12, blank=True)
    site_identifier = models.CharField(_("government site identifier (网站标识码)"), max_length=32, blank=True)
    icp_number = models.CharField(_("ICP number (ICP备案号)"), max_length=60, blank=True)
    police_number = models.CharField(_("police registration number (公安备案号)"), max_length=60, blank=True)
    contact = models.TextField(_("contact line in the footer"), blank=True)
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
        verbose_name = _("district")
        verbose_name_plural = _("districts")
        ordering = ["code", "name"]
        constraints = [models.UniqueConstraint(fields=["city", "name"], name="gongkai_district_name_once_per_city")]

    def __str__(self) -> str:
        return self.name
