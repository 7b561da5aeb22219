"""What entries about words have in common: width, case and traditional characters make no second word of one."""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from search.text.words import key_of

KEY_LENGTH = 300
_SEPARATORS = re.compile(r"[,，、;；\n]")


def words_in(text: str) -> tuple[str, ...]:
    """The words of a list that somebody typed: commas of any kind stand between them, each counts once."""
    words = {key_of(word): word.strip() for word in _SEPARATORS.split(text)}
    return tuple(word for key, word in words.items() if key)


def folded_key(text: str) -> str:
    """The key of ``text``, as long as a table takes: some signs stand for many letters."""
    return key_of(text)[:KEY_LENGTH]


class Keyed(models.Model):
    """An entry about one word or text, found by ``key``: two spellings of one text are one entry."""

    keyed_field = "word"

    key = models.CharField(max_length=KEY_LENGTH, unique=True, editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(getattr(self, self.keyed_field))

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.key = folded_key(str(self))
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        self.key = folded_key(str(self))
        if not self.key:
            raise ValidationError(
                {self.keyed_field: _("There is no word in this: write letters, digits or characters.")}
            )
        if type(self)._default_manager.filter(key=self.key).exclude(pk=self.pk).exists():
            raise ValidationError({self.keyed_field: _("This word is there already, perhaps in another spelling.")})
