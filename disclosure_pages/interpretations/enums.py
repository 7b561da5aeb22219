"""Forms of an interpretation (解读形式)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class InterpretationForm(models.TextChoices):
    """In which form a document is explained."""

    TEXT = "text", pgettext_lazy("form of interpretation", "Text")
    CHART = "chart", _("Chart")
    VIDEO = "video", _("Video")
    QUESTIONS = "questions", _("Questions and answers")
    PRESS_CONFERENCE = "press_conference", _("Press conference")
    EXPERT = "expert", _("Expert opinion")
    MEDIA = "media", _("Media report")
