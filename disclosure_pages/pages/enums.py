"""Kinds that pages of content choose from."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EnterpriseKind(models.TextChoices):
    """Fields in which public enterprises and institutions disclose (国办发〔2020〕50号)."""

    EDUCATION = "education", _("Education")
    HEALTH = "health", _("Health care")
    WATER = "water", _("Water supply")
    ELECTRICITY = "electricity", _("Electricity supply")
    GAS = "gas", _("Gas supply")
    HEATING = "heating", _("Heating")
    ENVIRONMENT = "environment", _("Environmental protection")
    TRANSPORT = "transport", _("Public transport")
    OTHER = "other", _("Other public service")
