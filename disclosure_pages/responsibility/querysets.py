"""Versions of tables as queryset verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models

if TYPE_CHECKING:
    from cms.tenancy.models import District

    from .models import AppliedTable


class AppliedTableQuerySet(models.QuerySet["AppliedTable"]):
    """Versions of the tables of districts."""

    def of_district(self, district: District) -> Self:
        """Versions of one district, the newest first."""
        return self.filter(district=district).order_by("-number")

    def without_file(self) -> Self:
        """Versions as a list shows them, leaving the bytes of the files in the database."""
        return self.defer("content", "columns")

    def latest_of(self, district: District) -> AppliedTable | None:
        """The version that is in force."""
        return self.of_district(district).first()
