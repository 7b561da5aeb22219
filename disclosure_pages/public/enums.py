"""What a reader may choose about the look of the public side."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReadingMode(models.TextChoices):
    """How large and how plain pages are shown (适老化: large type, high contrast)."""

    STANDARD = "standard", _("Standard type")
    ELDER = "elder", _("Large type")
    CONTRAST = "contrast", _("Large type, high contrast")
