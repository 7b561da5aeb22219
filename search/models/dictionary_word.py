from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from .keyed import Keyed


class DictionaryWord(Keyed):
    """A word that is not cut apart when a query is read, such as the name of a scheme that no dictionary knows."""

    word = models.CharField(_("word"), max_length=60, help_text=_("For example: 智慧养老, 一网通办."))

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("word of the dictionary")
        verbose_name_plural = _("words of the dictionary")
        ordering = ["word"]
