from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from plugins.api import District


class LetterDetails(models.Model):
    """What the letters of a district print besides the case: who signs, where to turn to, and the remedies.

    Nothing is guessed: what is empty stays a gap in the letter, and a letter with a gap is neither approved nor issued.
    Which organ reviews a decision is law (Administrative Reconsideration Law, Art. 24), so the district says it.
    """

    district = models.OneToOneField(District, verbose_name=_("district"), on_delete=models.CASCADE, related_name="+")
    organ = models.CharField(
        pgettext_lazy("letter details", "organ of the letters"),
        max_length=200,
        blank=True,
        help_text=_("Signs letters of cases that no unit handles; a unit signs with its own full name."),
    )
    contact = models.CharField(
        pgettext_lazy("letter details", "whom to ask"),
        max_length=100,
        blank=True,
        help_text=_("An office or a person, for example the disclosure office."),
    )
    phone = models.CharField(pgettext_lazy("letter details", "telephone"), max_length=60, blank=True)
    address = models.CharField(
        pgettext_lazy("letter details", "postal address"),
        max_length=200,
        blank=True,
        help_text=_("Where corrections and opinions are sent to or handed in."),
    )
    reconsideration_organ = models.CharField(
        _("organ of reconsideration"),
        max_length=120,
        blank=True,
        help_text=_("For decisions of units: the government of the district. For its own: the one above it."),
    )
    court = models.CharField(
        _("court named in the remedies"),
        max_length=120,
        blank=True,
        help_text=_("The people's court in which the organ is sued, with its full name."),
    )

    class Meta:
        verbose_name = _("letter details")
        verbose_name_plural = _("letter details")

    def __str__(self) -> str:
        return str(self.district)
