"""Choices of the library's lists."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ForceChoice(models.TextChoices):
    """What is asked about legal force, beside the single forces themselves."""

    IN_FORCE = "valid", pgettext_lazy("choice of a list", "In force")
    NOT_YET = "coming", pgettext_lazy("choice of a list", "Not yet in force")
    ENDED = "ended", pgettext_lazy("choice of a list", "Repealed or expired")
    ALL = "all", pgettext_lazy("choice of a list", "All documents")


class Sort(models.TextChoices):
    """Orders of a list."""

    NEWEST = "newest", _("Newest publication first")
    OLDEST = "oldest", _("Oldest publication first")
    EFFECTIVE = "effective", _("Newest in force first")
    NUMBER = "number", _("By document number")
