"""Checks of numbers shared by forms, imports and models."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from .credit_code import is_credit_code
from .document_number import parse_document_number


def validate_credit_code(value: str) -> None:
    """Refuse what is no unified social credit code, or one with a slip in it."""
    if not is_credit_code(value):
        raise ValidationError(
            _("“%(code)s” is no unified social credit code: it has 18 characters, and the last one checks the others."),
            code="credit_code",
            params={"code": value},
        )


def validate_document_number(value: str) -> None:
    """Refuse what cannot be read as a document number."""
    if parse_document_number(value) is None:
        raise ValidationError(
            _("“%(number)s” is no document number. Write it like 芙政办发〔2026〕5号 or 芙蓉区人民政府令第3号."),
            code="document_number",
            params={"number": value},
        )
