"""The editor's form of an interpretation."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from cms.tenancy.models import Unit
from disclosure_pages.pages.forms import ContentForm

from .rules import suggested_body


class EditorForm(ContentForm):
    """A new draft starts with the headings of what an interpretation tells."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "body" in self.fields and self.instance.pk is None:
            field = self.instance._meta.get_field("body")
            self.initial["body"] = field.to_python(suggested_body())
        if "interpreter_unit" in self.fields:
            self.fields["interpreter_unit"].queryset = self._units()

    def _units(self) -> QuerySet[Unit]:
        district = self.instance.district_id
        if district is None and self.parent_page is not None:
            district = self.parent_page.specific.unit.district_id
        return Unit.objects.filter(district=district)
