"""States and kinds of the tree."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DisclosureAttribute(models.TextChoices):
    """The disclosure attribute (公开属性), stated at the source; “not stated” is never a default for another."""

    NOT_STATED = "", _("not stated")
    PROACTIVE = "proactive", _("disclosed proactively")
    ON_REQUEST = "on_request", _("disclosed on request")
    WITHHELD = "withheld", _("not disclosed")


class ColumnPurpose(models.TextChoices):
    """What a column is for; it decides which kinds of page may be written there."""

    GUIDE = "guide", _("Disclosure guide")
    SYSTEM = "system", _("Disclosure rules")
    STATUTORY = "statutory", _("Statutory proactive disclosure")
    INSTITUTION = "institution", _("Institutions")
    ANNUAL_REPORT = "annual_report", _("Annual reports")
    ON_REQUEST = "on_request", _("Disclosure on request")
    PUBLIC_ENTERPRISE = "public_enterprise", _("Public enterprises and institutions")
    OTHER = "other", _("Other")
