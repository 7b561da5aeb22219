"""Refusals of the responsibility table, each with a sentence for the person who asked."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cms.tenancy.models import District


class ResponsibilityError(Exception):
    """The table cannot be planned or applied; ``remedy`` says what to do."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.remedy = remedy


class NoDistrictHome(ResponsibilityError):
    """The district has no home page yet, so there is no trunk to grow columns from."""

    def __init__(self, district: District) -> None:
        super().__init__(
            _("%(district)s has no home page yet.") % {"district": district.name},
            _("Make it first: manage.py responsibility apply --create-home …"),
        )


class UnknownDistrict(ResponsibilityError):
    """No district has the given slug."""


class NoFile(ResponsibilityError):
    """There is no file to read."""


class TableRefused(ResponsibilityError):
    """The table has errors; ``problems`` of the parsed table names them."""


class UnknownRename(ResponsibilityError):
    """A confirmed rename names a column that did not leave or one that did not arrive."""


class PlanChanged(ResponsibilityError):
    """Between planning and applying something changed, so that the plan that was confirmed is out of date."""
