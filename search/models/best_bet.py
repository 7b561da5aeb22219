from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from cms.tenancy.models import District
from disclosure_pages.tree.models import DisclosurePage
from search.text.words import key_of

from .dated import Dated
from .keyed import words_in

MOST_WORDINGS = 10


class BestBet(Dated):
    """A page that is shown first to whoever asks for one of ``words``, while readers may see it."""

    words = models.CharField(
        _("searches"),
        max_length=300,
        help_text=_("Whole questions as readers type them, with commas between: 低保, 低保怎么办."),
    )
    district = models.ForeignKey(
        District,
        verbose_name=_("only in the district"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Where it is searched; empty: everywhere, also in the search of the whole city."),
    )
    page = models.ForeignKey(DisclosurePage, verbose_name=_("page"), on_delete=models.CASCADE, related_name="+")

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("best bet")
        verbose_name_plural = _("best bets")
        ordering = ["words", "pk"]

    def __str__(self) -> str:
        return self.words

    @property
    def keys(self) -> tuple[str, ...]:
        """The questions as they are compared: width, case, blanks and punctuation make no difference."""
        return tuple(map(key_of, words_in(self.words)))

    @property
    def shown_page(self) -> str:
        """Title of the page as far as readers see it; what is not public is not told here."""
        page = DisclosurePage.objects.public().filter(pk=self.page_id).first()
        return str(page.title) if page is not None else gettext("not public at present")

    def clean(self) -> None:
        super().clean()
        if not self.keys:
            raise ValidationError({"words": _("There is no word in this: write letters, digits or characters.")})
        if len(self.keys) > MOST_WORDINGS:
            raise ValidationError({"words": _("At most %(most)d searches share an entry.") % {"most": MOST_WORDINGS}})
        if self.district_id and self.page_id and self.page.district_id != self.district_id:
            raise ValidationError({"district": _("The page belongs to another district, whose search alone shows it.")})
