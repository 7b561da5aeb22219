"""Checks of numbers shared by forms, imports and models."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from .credit_code import is_credit_code


def validate_credit_code(value: str) -> None:
    """Refuse what is no unified social credit code, or one with a slip in it."""
    if not is_credit_code(value):
        raise ValidationError(
            _("“%(code)s” is no unified social credit code: it has 18 characters, and the last one checks the others."),
            code="credit_code",
            params={"code": value},
        )
