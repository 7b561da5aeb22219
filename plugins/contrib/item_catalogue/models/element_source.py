from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plugins.api import City, District

from .common_element import FIXED


class ElementSource(models.Model):
    """Where the value of an element came from: the platform, in which version, fetched and taken when and by whom.

    ``value`` is what was taken; an element that says something else by now has another source.
    """

    city = models.ForeignKey(
        City, verbose_name=_("city"), null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    district = models.ForeignKey(
        District, verbose_name=_("district"), null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    identity = models.UUIDField(_("identity of the item"))
    column = models.CharField(_("element"), max_length=10, choices=FIXED)
    value = models.TextField(_("value that was taken"), blank=True)
    code = models.CharField(_("the platform's code of the item"), max_length=300)
    version = models.CharField(_("version of the platform"), max_length=300)
    fetched_at = models.DateTimeField(_("fetched at"))
    taken_at = models.DateTimeField(_("taken at"))
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("taken by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("source of an element")
        verbose_name_plural = _("sources of elements")
        ordering = ["identity", "column"]
        constraints = [
            models.CheckConstraint(
                condition=Q(city=None, district__isnull=False) | Q(city__isnull=False, district=None),
                name="gongkai_items_source_one_owner",
            ),
            models.UniqueConstraint(fields=["city", "identity", "column"], name="gongkai_items_source_city"),
            models.UniqueConstraint(fields=["district", "identity", "column"], name="gongkai_items_source_district"),
        ]

    def __str__(self) -> str:
        return f"{self.get_column_display()}: {self.version}"
