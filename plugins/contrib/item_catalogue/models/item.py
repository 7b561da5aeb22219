from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plugins.api import Unit
from plugins.contrib.item_catalogue.enums import LimitKind
from plugins.contrib.item_catalogue.querysets import ItemQuerySet
from plugins.contrib.item_catalogue.time_limits import TimeLimit, governing, parse_time_limits

from .catalogue import Catalogue


class Item(models.Model):
    """A disclosure item (事项): one row of one version of a catalogue.

    ``identity`` is the same in all versions of one owner's catalogue, so that what is published can be linked to the
    item and not to a version of it. ``origin`` is the identity of the city's item that a district's item adopted.
    ``limit_kind`` and ``limit_number`` are read from ``limit``, which stays as it is written. ``extras`` are pairs of a
    heading's key and the text below it, in their order.
    """

    catalogue = models.ForeignKey(
        Catalogue, verbose_name=_("item catalogue"), on_delete=models.CASCADE, related_name="items"
    )
    identity = models.UUIDField(_("identity"), default=uuid.uuid4, editable=False)
    origin = models.UUIDField(_("item of the city"), null=True, blank=True, editable=False)
    position = models.PositiveIntegerField(_("position in the catalogue"))
    number = models.CharField(_("item number"), max_length=40, blank=True)
    first = models.CharField(_("first-level item"), max_length=300, blank=True)
    second = models.CharField(_("second-level item"), max_length=300, blank=True)
    content = models.TextField(_("content elements"), blank=True)
    basis = models.TextField(_("basis of disclosure"), blank=True)
    limit = models.TextField(_("time limit"), blank=True)
    limit_kind = models.CharField(
        _("kind of time limit"), max_length=12, choices=LimitKind.choices, blank=True, editable=False
    )
    limit_number = models.PositiveIntegerField(_("days of the time limit"), null=True, blank=True, editable=False)
    body = models.TextField(_("disclosing body"), blank=True)
    unit = models.ForeignKey(
        Unit,
        verbose_name=_("unit that is the disclosing body"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    extras = models.JSONField(_("further columns"), default=list, blank=True)

    objects = ItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("disclosure item")
        verbose_name_plural = _("disclosure items")
        ordering = ["catalogue_id", "position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["catalogue", "identity"], name="gongkai_items_item_once"),
            models.CheckConstraint(condition=~Q(first="", second=""), name="gongkai_items_item_has_name"),
        ]

    def __str__(self) -> str:
        return self.second or self.first

    @property
    def time_limits(self) -> tuple[TimeLimit, ...]:
        """Every limit that the text states."""
        return parse_time_limits(self.limit)

    def read_limit(self) -> None:
        """Set what is read from the text of the time limit; whoever writes ``limit`` calls it."""
        ruling = governing(self.time_limits)
        self.limit_kind = ruling.kind if ruling else ""
        self.limit_number = ruling.number if ruling else None
