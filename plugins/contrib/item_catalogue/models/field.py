from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from plugins.contrib.item_catalogue.wording import word_key

validate_code = RegexValidator(
    r"\A[a-z0-9]+(?:-[a-z0-9]+)*\Z", _("A field's code has small Latin letters, digits and single hyphens.")
)


class Field(models.Model):
    """A field (领域) for which governments keep an item catalogue.

    The 26 of the State Council's pilot are there from the beginning; later plans add more.
    """

    code = models.CharField(_("field code"), max_length=40, unique=True, validators=[validate_code])
    name = models.CharField(_("field name"), max_length=60, unique=True)
    other_names = models.CharField(
        _("other names"), max_length=200, blank=True, help_text=_("As titles of catalogues write it, separated by 、.")
    )
    order = models.PositiveSmallIntegerField(_("place in lists"), default=100)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("field of disclosure")
        verbose_name_plural = _("fields of disclosure")
        ordering = ["order", "code"]

    def __str__(self) -> str:
        return self.name

    def is_named_in(self, text: str) -> bool:
        """Whether a title such as “某市社会救助领域基层政务公开标准目录” is about this field."""
        names = [self.name, *self.other_names.split("、")]
        return any(key in word_key(text) for name in names if (key := word_key(name)))
