"""States of what was chosen, and what a district may say of its type."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class VersionState(models.TextChoices):
    """Where a version of a look stands. Worked out from the clock, stored nowhere."""

    DRAFT = "draft", pgettext_lazy("of a look", "Draft")
    SCHEDULED = "scheduled", pgettext_lazy("of a look", "Scheduled")
    LIVE = "live", pgettext_lazy("of a look", "Live")
    SUPERSEDED = "superseded", pgettext_lazy("of a look", "Superseded")


class TypeSize(models.TextChoices):
    """How large pages are set; readers still choose large type for themselves."""

    SMALL = "small", _("Small")
    STANDARD = "standard", _("Standard")
    LARGE = "large", _("Large")
    LARGER = "larger", _("Larger")
