"""Kinds of responsible unit, as the responsibility table meets them (domain, “who is who”), and of reorganisation."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class UnitKind(models.TextChoices):
    """What sort of body a responsible unit is."""

    GOVERNMENT_OFFICE = "office", _("Government office")
    DEPARTMENT = "department", _("Department")
    SUBDISTRICT = "subdistrict", _("Subdistrict office")
    COMMITTEE = "committee", _("Park or management committee")
    VERTICAL_BUREAU = "vertical", _("Vertical bureau")
    INSTITUTION = "institution", _("Public institution")
    ENTERPRISE = "enterprise", _("Public enterprise")


class ReorganisationKind(models.TextChoices):
    """What a reorganisation (机构改革) does to its units."""

    MERGE = "merge", _("Merge into another unit")
    RENAME = "rename", _("Rename")
