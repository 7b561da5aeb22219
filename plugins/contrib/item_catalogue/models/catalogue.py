from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plugins.api import City, District
from plugins.contrib.item_catalogue.enums import CatalogueState
from plugins.contrib.item_catalogue.querysets import CatalogueQuerySet
from plugins.contrib.item_catalogue.structure import Shape

from .field import Field


class Catalogue(models.Model):
    """One version of the item catalogue (标准目录) of a field: a city's, or a district's.

    ``effective_from`` is a day in Asia/Shanghai; a version holds until the next published one begins. ``layout`` is how
    the catalogue is written down (see :class:`Shape`), so that it is exported as it came.
    """

    field = models.ForeignKey(
        Field, verbose_name=_("field of disclosure"), on_delete=models.PROTECT, related_name="catalogues"
    )
    city = models.ForeignKey(
        City, verbose_name=_("city"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    district = models.ForeignKey(
        District, verbose_name=_("district"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    version = models.PositiveIntegerField(_("version number"))
    state = models.CharField(
        _("version state"), max_length=10, choices=CatalogueState.choices, default=CatalogueState.DRAFT
    )
    effective_from = models.DateField(_("in effect from"), null=True, blank=True)
    layout = models.JSONField(_("layout"), default=dict, blank=True, editable=False)
    file_name = models.CharField(_("imported file"), max_length=200, blank=True)
    created_at = models.DateTimeField(_("begun at"), auto_now_add=True)
    published_at = models.DateTimeField(_("published at"), null=True, blank=True, editable=False)

    objects = CatalogueQuerySet.as_manager()

    class Meta:
        verbose_name = _("item catalogue")
        verbose_name_plural = _("item catalogues")
        ordering = ["field", "city", "district", "-version"]
        constraints = [
            models.CheckConstraint(
                condition=Q(city=None, district__isnull=False) | Q(city__isnull=False, district=None),
                name="gongkai_items_one_owner",
            ),
            models.CheckConstraint(
                condition=Q(state=CatalogueState.DRAFT) | Q(effective_from__isnull=False, published_at__isnull=False),
                name="gongkai_items_published_has_days",
            ),
            *(
                constraint
                for owner in ("city", "district")
                for constraint in (
                    models.UniqueConstraint(fields=["field", owner, "version"], name=f"gongkai_items_{owner}_version"),
                    models.UniqueConstraint(
                        fields=["field", owner],
                        condition=Q(state=CatalogueState.DRAFT),
                        name=f"gongkai_items_{owner}_one_draft",
                    ),
                    models.UniqueConstraint(
                        fields=["field", owner, "effective_from"],
                        condition=Q(state=CatalogueState.PUBLISHED),
                        name=f"gongkai_items_{owner}_one_a_day",
                    ),
                )
            ),
        ]

    def __str__(self) -> str:
        return f"{self.owner} · {self.field} · {self.version}"

    @property
    def owner(self) -> City | District:
        """Whose catalogue it is."""
        owner = self.city or self.district
        if owner is None:
            raise ValueError("a catalogue belongs to a city or to a district")
        return owner

    @property
    def is_draft(self) -> bool:
        return self.state == CatalogueState.DRAFT

    @property
    def shape(self) -> Shape:
        """How it is written down; without headings for one that was never read from a file."""
        return Shape.from_json(self.layout)

    def clean(self) -> None:
        super().clean()
        if bool(self.city_id) == bool(self.district_id):
            raise ValidationError(_("A catalogue belongs either to a city or to a district."))
