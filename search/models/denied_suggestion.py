from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from .keyed import Keyed


class DeniedSuggestion(Keyed):
    """A text that is never suggested, nor anything that holds it. What is found stays as it is."""

    keyed_field = "text"

    text = models.CharField(
        pgettext_lazy("suggestions", "text"),
        max_length=100,
        help_text=_("No title that holds it is suggested while somebody types. Whoever asks for it still finds it."),
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("text that is never suggested")
        verbose_name_plural = _("texts that are never suggested")
        ordering = ["text"]
