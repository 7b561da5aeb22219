"""Words that documents choose from. Forces and kinds of relations are in ``force/enums.py``."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LegalClass(models.TextChoices):
    """What a document is in law; it decides which reviews and registers apply."""

    RULES = "rules", _("Government rules")
    NORMATIVE = "normative", _("Normative document")
    OTHER = "other", _("Other document")


class EffectiveRule(models.TextChoices):
    """How a document says from when it is in force."""

    ON_DAY = "on_day", _("From a day that it names")
    ON_PUBLICATION = "on_publication", _("From the day of its publication")


class RelationOrigin(models.TextChoices):
    """By what a relation became a fact."""

    STATED = "stated", _("Stated by the document")
    DECIDED = "decided", _("Decided in a review round")


class RegistrationState(models.TextChoices):
    """What became of a registered content."""

    WAITING = "waiting", _("Registered, not published")
    PUBLIC = "public", _("Public")
    SUPERSEDED = "superseded", _("Replaced by a later edition")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    VOID = "void", _("Void")
