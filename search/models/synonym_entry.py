from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from search.enums import Direction
from search.text.words import key_of

from .dated import Dated
from .keyed import KEY_LENGTH, folded_key, words_in

MOST_OTHERS = 11  # with the word itself as many as a query takes


class SynonymEntry(Dated):
    """A word and others that mean the same to readers, beside the list that comes with the program."""

    word = models.CharField(_("word"), max_length=60, help_text=_("What readers type, for example: 低保."))
    others = models.CharField(
        _("finds also"), max_length=300, help_text=_("What documents say, with commas between: 最低生活保障.")
    )
    direction = models.CharField(_("direction"), max_length=8, choices=Direction.choices, default=Direction.BOTH_WAYS)
    key = models.CharField(max_length=KEY_LENGTH, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("synonym")
        verbose_name_plural = _("synonyms")
        ordering = ["word", "starts_on"]
        constraints = [
            models.UniqueConstraint(fields=["key", "direction", "starts_on"], name="gongkai_search_one_dated_synonym"),
            models.UniqueConstraint(
                fields=["key", "direction"], condition=Q(starts_on=None), name="gongkai_search_one_synonym"
            ),
        ]

    def __str__(self) -> str:
        return self.word

    def clean(self) -> None:
        super().clean()
        self.key = folded_key(self.word)
        others = [word for word in words_in(self.others) if key_of(word) != self.key]
        if not self.key:
            raise ValidationError({"word": _("There is no word in this: write letters, digits or characters.")})
        if not others:
            raise ValidationError({"others": _("Name at least one other word.")})
        if len(others) > MOST_OTHERS:
            raise ValidationError({"others": _("A query takes %(most)d others at most.") % {"most": MOST_OTHERS}})
        self._refuse_double()

    def _refuse_double(self) -> None:
        same = SynonymEntry.objects.filter(key=self.key, direction=self.direction, starts_on=self.starts_on)
        if same.exclude(pk=self.pk).exists():
            raise ValidationError({"word": _("This word has an entry of this direction and day: add to that one.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.key = folded_key(self.word)
        super().save(*args, **kwargs)

    @property
    def other_words(self) -> tuple[str, ...]:
        """The others, one by one."""
        return words_in(self.others)
