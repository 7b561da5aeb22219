"""Roles and the level at which each is held."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Scope(models.TextChoices):
    """Where a role is held."""

    UNIT = "unit", _("Unit")
    DISTRICT = "district", _("District")
    CITY = "city", _("City")
    INSTALLATION = "installation", _("Installation")


class Role(models.TextChoices):
    """What a person may be; which scope each role has is in ``rules.SCOPE_OF_ROLE``."""

    EDITOR = "editor", _("Unit editor")
    MODERATOR = "moderator", _("Unit moderator")
    REQUEST_OFFICER = "request_officer", _("Request officer of a unit")
    CONFIDENTIALITY_REVIEWER = "confidentiality", _("Confidentiality reviewer")
    DISCLOSURE_OFFICE = "disclosure_office", _("District disclosure office")
    LEGAL_OFFICE = "legal_office", _("District legal office")
    THEME_DESIGNER = "theme_designer", _("Theme designer")
    CITY_AUDITOR = "city_auditor", _("City auditor")
    OPERATOR = "operator", _("Operator")
    SYSTEM_ADMINISTRATOR = "system_admin", _("System administrator")
    SECURITY_ADMINISTRATOR = "security_admin", _("Security administrator")
    AUDIT_ADMINISTRATOR = "audit_admin", _("Audit administrator")
