from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from cms.tenancy.models import District
from disclosure_pages.documents.numbers.registration_number import (
    SERIAL,
    YEAR,
    registration_number,
    validate_pattern,
)

DIGITS = 4


class RegistrationScheme(models.Model):
    """How the registration numbers of a district look. Numbers that were issued stay as they are."""

    district = models.OneToOneField(
        District, verbose_name=_("district"), on_delete=models.CASCADE, related_name="registration_scheme"
    )
    pattern = models.CharField(
        _("pattern"),
        max_length=40,
        validators=[validate_pattern],
        help_text=_("{year} and {serial} stand for the year and the serial number: 芙登〔{year}〕{serial}号."),
    )
    digits = models.PositiveSmallIntegerField(
        _("digits of the serial number"),
        default=DIGITS,
        validators=[MinValueValidator(1), MaxValueValidator(8)],
        help_text=_("Shorter serial numbers get zeros in front."),
    )
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("registration number")
        verbose_name_plural = _("registration numbers")

    def __str__(self) -> str:
        return self.pattern

    @classmethod
    def of(cls, district: District) -> RegistrationScheme:
        """The scheme of ``district``; one that chose none begins its numbers with the first character of its name."""
        chosen = cls.objects.filter(district=district).first()
        return chosen or cls(district=district, pattern=f"{district.name[:1]}登〔{YEAR}〕{SERIAL}号")

    def number(self, *, year: int, serial: int) -> str:
        """The registration number of this year and serial."""
        return registration_number(pattern=self.pattern, digits=self.digits, year=year, serial=serial)
