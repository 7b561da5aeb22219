from __future__ import annotations

import hashlib

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from plugins.api import City, District
from plugins.contrib.requests.letters.kinds import LETTER_KINDS, label_of
from plugins.contrib.requests.letters.variables import UnknownVariable, check_variables


class LetterTemplate(models.Model):
    """The wording of one kind of letter, of a district or of a city. It is used once somebody there has approved it.

    A city's wording holds in those of its districts that have none of their own. It begins as the standard wording and
    has no personal data; every version is kept. Changing it takes the approval away.
    """

    district = models.ForeignKey(
        District, verbose_name=_("district"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    city = models.ForeignKey(City, verbose_name=_("city"), null=True, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(pgettext_lazy("letter", "kind of letter"), max_length=30, choices=LETTER_KINDS)
    title = models.CharField(pgettext_lazy("letter", "title of the letter"), max_length=100)
    basis = models.CharField(_("legal basis"), max_length=300)
    body = models.TextField(pgettext_lazy("letter", "text of the letter"))
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=pgettext_lazy("letter", "changed by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    changed_at = models.DateTimeField(pgettext_lazy("letter", "changed at"), auto_now=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=pgettext_lazy("of a case", "approved by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("template of a letter")
        verbose_name_plural = _("templates of letters")
        constraints = [
            models.UniqueConstraint(fields=["district", "kind"], name="gongkai_letter_template_once"),
            models.UniqueConstraint(fields=["city", "kind"], name="gongkai_letter_template_once_in_city"),
            models.CheckConstraint(
                condition=Q(district=None, city__isnull=False) | Q(district__isnull=False, city=None),
                name="gongkai_letter_template_one_owner",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.district or self.city} · {label_of(self.kind)}"

    @property
    def version(self) -> str:
        """The same as long as the wording says the same: whoever approves it says which one they read."""
        return hashlib.sha256(f"{self.title}\0{self.basis}\0{self.body}".encode()).hexdigest()

    def clean(self) -> None:
        """A variable that there is not would go out to an applicant as it is written."""
        for name in ("title", "basis", "body"):
            try:
                check_variables([getattr(self, name)])
            except UnknownVariable as error:
                raise ValidationError({name: str(error)}) from error
