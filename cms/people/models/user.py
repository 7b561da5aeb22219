from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class User(AbstractUser):
    """A person with an account. What the person may do follows from memberships only."""

    display_name = models.CharField(pgettext_lazy("of a person", "name"), max_length=60, blank=True)
    rights_synced_on = models.DateField(_("rights worked out on"), null=True, editable=False)
    is_demo = models.BooleanField(_("demo account"), default=False, editable=False)

    class Meta(AbstractUser.Meta):
        verbose_name = _("person")  # type: ignore[assignment]  # the stubs of the base class know plain text only
        verbose_name_plural = _("people")  # type: ignore[assignment]  # the same

    def __str__(self) -> str:
        return self.display_name or self.get_username()

    def get_full_name(self) -> str:
        """The name as people write it; Chinese names have no space between family and given name."""
        return self.display_name or super().get_full_name() or self.get_username()
