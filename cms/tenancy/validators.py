"""Checks shared by forms, imports and models of the registers."""

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

validate_slug = RegexValidator(
    r"\A[a-z0-9]+(?:-[a-z0-9]+)*\Z",
    _("Use lower-case Latin letters, digits and single hyphens."),
)
validate_unit_code = RegexValidator(
    r"\A[A-Za-z0-9][A-Za-z0-9-]{1,31}\Z",
    _("A unit code has 2 to 32 Latin letters, digits or hyphens."),
)

# The responsibility table separates units by these marks and by spaces: a name that holds one could never be found.
validate_unit_name = RegexValidator(
    r"[\s、，,;；]",
    _("A name has no spaces and none of the marks 、，,;； because the responsibility table separates units by them."),
    inverse_match=True,
)
