"""What all registers share as tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _
from import_export.fields import Field
from import_export.resources import ModelResource

from cms.people.domain.roles import Person
from cms.registers.domain.scope import choices_for, editable_by

from .widgets import ReferenceWidget, TextWidget, refuse


class Column(Field):
    """A column of the exchanged table.

    ``heading`` is the one heading that exports write, whatever the language of the person: it belongs to the file
    format, and a file must mean the same to everybody. Imports also take the field's name.
    """

    def __init__(
        self, heading: str, attribute: str, widget: TextWidget | None = None, *, readonly: bool = False
    ) -> None:
        self.heading = heading
        super().__init__(attribute=attribute, widget=widget or TextWidget(), readonly=readonly)


class RegisterResource(ModelResource):
    """A register as a table, seen by one person: it finds and refers to only what that person may use."""

    # Models that the reference columns look rows up in.
    references: Mapping[str, type[Model]] = {}
    # Columns that together say which entry a row is about, and those of them that a file may leave out.
    key_columns: Sequence[str] = ()
    optional_keys: Sequence[str] = ()

    class Meta:
        skip_unchanged = True
        report_skipped = True
        clean_model_instances = True
        use_transactions = True
        store_instance = True
        skip_html_diff = True

    def __init__(self, *, user: Person, reason: str = "") -> None:
        super().__init__()
        self.user = user
        self.reason = reason
        for name, model in self.references.items():
            widget = self.fields[name].widget
            assert isinstance(widget, ReferenceWidget)  # noqa: S101  (a mistake of the class, not of the data)
            widget.rows = lambda model=model: choices_for(user, model, self._meta.model)

    @property
    def headings(self) -> dict[str, str]:
        """Field name → heading, in the order of the table."""
        return {name: self.fields[name].heading for name in self.get_export_order()}

    def get_queryset(self) -> QuerySet[Any]:
        return editable_by(self.user, self._meta.model)

    def get_instance(self, instance_loader: Any, row: Mapping[str, str]) -> Model | None:
        """The row's existing object; a key that cannot be read is reported with the other cells later."""
        try:
            return super().get_instance(instance_loader, row)
        except ValidationError:
            return None

    def import_instance(self, instance: Model, row: Mapping[str, str], **kwargs: Any) -> None:
        """Fill the instance, collecting the errors of all cells instead of stopping at the first."""
        errors: dict[str, ValidationError] = {}
        for name, field in self.fields.items():
            if field.readonly or field.column_name not in row:
                continue
            try:
                self.import_field(field, instance, row, **kwargs)
            except ValidationError as error:
                errors[name] = error
        if errors:
            raise ValidationError(errors)

    def before_save_instance(self, instance: Any, row: Mapping[str, str], **kwargs: Any) -> None:
        instance._change_reason = self.reason[:100]

    def after_save_instance(self, instance: Model, row: Mapping[str, str], **kwargs: Any) -> None:
        """Refuse a row that ends up outside what the person may edit."""
        if not self.get_queryset().filter(pk=instance.pk).exists():
            raise ValidationError({NON_FIELD_ERRORS: [self.out_of_scope()]})

    def out_of_scope(self) -> ValidationError:
        """The error for a row that the person may not keep."""
        return refuse(_("You may not make this change."), _("Remove the row, or ask an administrator."), "scope")
