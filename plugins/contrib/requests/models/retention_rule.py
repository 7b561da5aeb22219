from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from plugins.api import District

#: What holds where a district has said nothing. No law names the number: a district confirms its own.
DEFAULT_YEARS = 10


class RetentionRule(models.Model):
    """For how many years after its end a district keeps the personal data of a case.

    Until somebody of the disclosure office confirms it, the number is a proposal, and nothing is erased.
    """

    district = models.OneToOneField(District, verbose_name=_("district"), on_delete=models.CASCADE, related_name="+")
    years = models.PositiveSmallIntegerField(
        _("years of keeping"), default=DEFAULT_YEARS, validators=[MinValueValidator(1), MaxValueValidator(100)]
    )
    is_confirmed = models.BooleanField(_("confirmed"), default=False)

    class Meta:
        verbose_name = _("rule of keeping")
        verbose_name_plural = _("rules of keeping")

    def __str__(self) -> str:
        return f"{self.district} · {self.years}"
