"""How fresh the content of a place is."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Freshness(models.TextChoices):
    """States of a place by the day of its newest publication, the most pressing first."""

    STALE = "stale", _("Too old")
    SOON = "soon", _("Soon too old")
    EMPTY = "empty", _("Empty")
    FRESH = "fresh", _("Up to date")
