from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Max
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from cms.tenancy.validators import validate_slug
from disclosure_pages.documents.enums import LegalClass
from disclosure_pages.documents.querysets import ClassificationQuerySet

STEP = 10  # between the positions of two entries, so that another finds room between them


class Classification(models.Model):
    """A two-level list that administrators keep: entries have a code, a place in the order, and at most one parent."""

    parent = models.ForeignKey(
        "self", verbose_name=_("superior entry"), null=True, blank=True, on_delete=models.PROTECT, related_name="parts"
    )
    code = models.CharField(
        _("code"),
        max_length=32,
        unique=True,
        validators=[validate_slug],
        help_text=_("In addresses of the library and in tables; it stays as it is once it is given."),
    )
    name = models.CharField(_("name"), max_length=60)
    position = models.PositiveIntegerField(
        _("position"),
        default=0,
        help_text=_("Smaller numbers come first; a new entry that is left at 0 comes last."),
    )
    is_active = models.BooleanField(
        _("in use"), default=True, help_text=_("What is not in use any more stays on the documents that have it.")
    )

    objects = ClassificationQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["position", "code"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self._state.adding and not self.position:
            last = type(self)._default_manager.aggregate(last=Max("position"))["last"] or 0
            self.position = last + STEP
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        parent: Any = self.parent  # the stubs do not follow a key of an abstract model to itself
        entries: Any = type(self)._default_manager
        if parent is not None and (parent.parent_id is not None or parent.pk == self.pk):
            raise ValidationError({"parent": _("There are two levels: choose an entry of the first level.")})
        if parent is not None and self.pk and entries.filter(parent=self.pk).exists():
            raise ValidationError({"parent": _("This entry has parts of its own, so it belongs to the first level.")})
        if entries.filter(parent=parent, name=self.name).exclude(pk=self.pk).exists():
            raise ValidationError({"name": _("Another entry of this level has this name: choose a different one.")})

    @property
    def path_name(self) -> str:
        """Both levels, as headers print them."""
        return f"{self.parent.name} / {self.name}" if self.parent is not None else self.name


class DocumentKind(Classification):
    """Kind of document (体裁分类／公文种类): what it is in law, and its form."""

    legal_class = models.CharField(_("in law"), max_length=12, choices=LegalClass.choices, default=LegalClass.OTHER)
    needs_interpretation = models.BooleanField(
        _("needs an interpretation"),
        default=False,
        help_text=_("Its documents become public with an interpretation, or with a recorded reason for having none."),
    )
    history = HistoricalRecords()

    class Meta(Classification.Meta):
        abstract = False
        verbose_name = _("kind of document")
        verbose_name_plural = _("kinds of document")

    @property
    def is_normative(self) -> bool:
        """Whether the “three unities” (三统一) apply: one register, one numbering, one publication."""
        return self.legal_class == LegalClass.NORMATIVE


class Topic(Classification):
    """Topic of a document (主题分类)."""

    history = HistoricalRecords()

    class Meta(Classification.Meta):
        abstract = False
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
