"""Kinds and topics as tables, by code. A superior entry stands above its parts, as exports write it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from cms.registers.resources import Column, RegisterResource
from cms.registers.resources.widgets import (
    ChoiceWidget,
    CodeWidget,
    ReferenceWidget,
    TextWidget,
    YesNoWidget,
    folded,
    refuse,
)
from disclosure_pages.documents.enums import LegalClass
from disclosure_pages.documents.models import DocumentKind, Topic

LARGEST_POSITION = 1_000_000


class PositionWidget(TextWidget):
    """A whole number; empty is 0, with which a new entry comes last."""

    def clean(self, value: Any, row: Mapping[str, str] | None = None, **kwargs: Any) -> int:
        text = folded(value) or "0"
        if not (text.isascii() and text.isdecimal()) or int(text[:10]) > LARGEST_POSITION:
            raise refuse(_("“%s” is not a position.") % text, _("Write a whole number, or nothing."))
        return int(text)


class HeadWidget(ReferenceWidget):
    """The superior entry, by code."""

    def __init__(self) -> None:
        super().__init__("code")

    def _remedy(self, rows: QuerySet[Any], text: str) -> str:
        return super()._remedy(rows, text) + " " + _("A new superior entry stands above its parts in the table.")


class ClassificationResource(RegisterResource):
    """Columns that both lists have."""

    code = Column("代码", "code", CodeWidget())
    parent = Column("上级代码", "parent", HeadWidget())
    name = Column("名称", "name")
    position = Column("排序", "position", PositionWidget())
    is_active = Column("启用", "is_active", YesNoWidget())

    key_columns = ("code",)

    def get_instance(self, instance_loader: Any, row: Mapping[str, str]) -> Model | None:
        """The row's existing entry, which keeps its place in the order when the cell is empty."""
        found: Any = super().get_instance(instance_loader, row)
        if found is not None and "position" in row and not folded(row["position"]):
            row["position"] = str(found.position)  # type: ignore[index]  # the row is a dict of our own
        return found


class DocumentKindResource(ClassificationResource):
    """Kinds of document."""

    legal_class = Column("法律性质", "legal_class", ChoiceWidget(LegalClass.choices))
    needs_interpretation = Column("需要解读", "needs_interpretation", YesNoWidget())

    references = {"parent": DocumentKind}

    class Meta:
        model = DocumentKind
        import_id_fields = ("code",)
        fields = import_order = export_order = (
            "code",
            "parent",
            "name",
            "legal_class",
            "needs_interpretation",
            "position",
            "is_active",
        )


class TopicResource(ClassificationResource):
    """Topics."""

    references = {"parent": Topic}

    class Meta:
        model = Topic
        import_id_fields = ("code",)
        fields = import_order = export_order = ("code", "parent", "name", "position", "is_active")
