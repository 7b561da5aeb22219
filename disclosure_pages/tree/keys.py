"""Keys of child rows looked up together: one query for each kind of key, where the host asks once for each row.

A document that repeals two hundred others is read from its revision dozens of times on its way through the reviews.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from django.db import models
from django.db.models import ForeignKey, QuerySet
from modelcluster.models import model_from_serializable_data

BATCH = 500


def foreign_keys(model: type[models.Model]) -> Iterator[ForeignKey[Any, Any]]:
    """Fields of ``model`` that hold the key of another row."""
    return (field for field in model._meta.concrete_fields if isinstance(field, ForeignKey))


def living_keys(field: ForeignKey[Any, Any], keys: Collection[Any], *, among: QuerySet[Any]) -> set[Any]:
    """Those of ``keys``, values of ``field``, whose targets are ``among`` the rows of the field's target."""
    name = field.target_field.name
    wanted = list(keys)
    batches = (wanted[start : start + BATCH] for start in range(0, len(wanted), BATCH))
    return {key for batch in batches for key in among.filter(**{f"{name}__in": batch}).values_list(name, flat=True)}


def children_of_revision(model: type[models.Model], rows: list[dict[str, Any]]) -> list[Any]:
    """Child objects as a revision describes them.

    A row whose target is gone loses the key, or goes as well when it cannot be without one.
    """
    if hasattr(model, "from_serializable_data"):  # children with children of their own, such as comments
        found = (model.from_serializable_data(row, strict_fks=True) for row in rows)
        return [child for child in found if child is not None]
    for field in foreign_keys(model):
        rows = _with_living_targets(field, rows)
    return [model_from_serializable_data(model, row, check_fks=False) for row in rows]


def _with_living_targets(field: ForeignKey[Any, Any], rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    keys = {field.to_python(row[field.name]) for row in rows if row.get(field.name) is not None}
    if not keys or field.remote_field.on_delete is models.DO_NOTHING:
        return rows
    dead = keys - living_keys(field, keys, among=field.remote_field.model._default_manager.all())
    if not dead:
        return rows
    lost = [row.get(field.name) is not None and field.to_python(row[field.name]) in dead for row in rows]
    if field.null and field.remote_field.on_delete is not models.CASCADE:
        return [{**row, field.name: None} if is_lost else row for row, is_lost in zip(rows, lost, strict=True)]
    return [row for row, is_lost in zip(rows, lost, strict=True) if not is_lost]
