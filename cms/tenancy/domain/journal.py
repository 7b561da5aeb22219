"""A journal of rows: what was written, with its values before and after, so that it can be taken back exactly.

An entry is ``{"model", "fields", "rows", "follows"}``; a row is ``[key, before, after]`` with plain JSON values in the
order of ``fields``. ``before`` is ``None`` for a row that was made, ``after`` for one that was deleted. An entry that
``follows`` may have been changed later by everyday work (content that moved on): such rows are left as they are.

Rows of models with a history are saved one by one, because bulk writes leave no history; all others in bulk.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.apps import apps
from django.db.models import Field, Model, QuerySet

Entry = dict[str, Any]
BATCH = 500


class Journal:
    """Writes rows and remembers how. ``reason`` goes into the history of rows that have one."""

    def __init__(self, *, reason: str = "") -> None:
        self.reason = reason
        self.entries: list[Entry] = []

    def create(self, row: Model) -> None:
        """Insert ``row``."""
        _save(row, self.reason, force_insert=True)
        fields = _fields(type(row))
        self._note(type(row), fields, [[row.pk, None, _values(row, fields)]])

    def change(self, row: Model, **values: Any) -> None:
        """Set ``values`` (by attribute name, as in ``unit_id``) on ``row`` and save it."""
        fields = [_field(type(row), name) for name in values]
        before = _values(row, fields)
        for name, value in values.items():
            setattr(row, name, value)
        _save(row, self.reason)
        self._note(type(row), fields, [[row.pk, before, _values(row, fields)]])

    def delete(self, row: Model) -> None:
        """Delete ``row``, which nothing may hang on."""
        fields, key = _fields(type(row)), row.pk
        before = _values(row, fields)
        _remove(row, self.reason)
        self._note(type(row), fields, [[key, before, None]])

    def update(self, rows: QuerySet[Any], *, follows: bool = False, **values: Any) -> int:
        """Set the same ``values`` on all ``rows`` in bulk; returns how many there were."""
        each = dict.fromkeys(rows.values_list("pk", flat=True), values)
        self.update_each(rows.model, each, follows=follows)
        return len(each)

    def update_each(
        self, model: type[Model], values: Mapping[Any, Mapping[str, Any]], *, follows: bool = False
    ) -> None:
        """Set ``values`` (key → attribute → value, the same attributes for every key) in bulk."""
        if not values:
            return
        names = list(next(iter(values.values())))
        fields = [_field(model, name) for name in names]
        rows = model._base_manager.in_bulk(list(values))
        before = {key: _values(row, fields) for key, row in rows.items()}
        for key, row in rows.items():
            for name in names:
                setattr(row, name, values[key][name])
        model._base_manager.bulk_update(rows.values(), [field.name for field in fields], batch_size=BATCH)
        self._note(model, fields, [[key, before[key], _values(row, fields)] for key, row in rows.items()], follows)

    def _note(self, model: type[Model], fields: Sequence[Field], rows: list[list[Any]], follows: bool = False) -> None:
        names = [field.attname for field in fields]
        self.entries.append({"model": model._meta.label_lower, "fields": names, "rows": rows, "follows": follows})


def later_changes(entries: Iterable[Entry]) -> list[tuple[type[Model], Any]]:
    """(model, key) of every row that is not as the journal left it, so that taking it back would lose something.

    Rows are looked at backwards, as they would be taken back: of a row that was written twice only the last values
    count. Rows of entries that ``follow`` are not looked at.
    """
    found: dict[tuple[type[Model], Any], None] = {}
    seen: set[tuple[type[Model], Any, str]] = set()
    for entry in reversed([entry for entry in entries if not entry["follows"]]):
        model = apps.get_model(entry["model"])
        rows = model._base_manager.in_bulk([row[0] for row in entry["rows"]])
        for key, _before, after in entry["rows"]:
            fresh = [name for name in entry["fields"] if (model, key, name) not in seen]
            seen.update((model, key, name) for name in fresh)
            if fresh and not _is_as_left(rows.get(key), entry["fields"], after, fresh):
                found[model, key] = None
    return list(found)


def _is_as_left(row: Model | None, names: Sequence[str], after: Sequence[Any] | None, fresh: Sequence[str]) -> bool:
    if row is None or after is None:
        return row is None and after is None
    wanted = dict(zip(names, after, strict=True))
    return all(_values(row, [_field(type(row), name)]) == [wanted[name]] for name in fresh)


def take_back(entries: Iterable[Entry], *, reason: str = "") -> None:
    """Bring every row back to what it was, the last written first. Ask :func:`later_changes` before."""
    for entry in reversed(list(entries)):
        model = apps.get_model(entry["model"])
        fields = [_field(model, name) for name in entry["fields"]]
        changed = {row[0]: row for row in entry["rows"] if row[1] is not None and row[2] is not None}
        _take_back_changes(model, fields, changed, reason=reason, follows=entry["follows"])
        for key, before, after in entry["rows"]:
            if before is None:
                _remove(model._base_manager.get(pk=key), reason)
            elif after is None:
                _save(_filled(model(), fields, before), reason, force_insert=True)


def _take_back_changes(
    model: type[Model], fields: Sequence[Field], changed: Mapping[Any, list[Any]], *, reason: str, follows: bool
) -> None:
    rows = model._base_manager.in_bulk(list(changed))
    if follows:
        rows = {key: row for key, row in rows.items() if _values(row, fields) == changed[key][2]}
    for key, row in rows.items():
        _filled(row, fields, changed[key][1])
    if _has_history(model):
        for row in rows.values():
            _save(row, reason)
    elif rows:
        model._base_manager.bulk_update(rows.values(), [field.name for field in fields], batch_size=BATCH)


def _filled(row: Model, fields: Sequence[Field], values: Sequence[Any]) -> Model:
    for field, value in zip(fields, values, strict=True):
        setattr(row, field.attname, field.to_python(value))
    return row


def _save(row: Any, reason: str, *, force_insert: bool = False) -> None:
    row._change_reason = reason[:100]
    row.save(force_insert=force_insert)


def _remove(row: Any, reason: str) -> None:
    row._change_reason = reason[:100]
    row.delete()


def _has_history(model: type[Model]) -> bool:
    return hasattr(model, "history")


def _fields(model: type[Model]) -> list[Field]:
    return list(model._meta.concrete_fields)


def _field(model: type[Model], name: str) -> Field:
    """The field behind an attribute name (``unit_id``) or a field's name."""
    return next(field for field in _fields(model) if name in (field.attname, field.name))


def _values(row: Model, fields: Sequence[Field]) -> list[Any]:
    """Plain JSON values."""
    values = [getattr(row, field.attname) for field in fields]
    return [value.isoformat() if isinstance(value, dt.date | dt.datetime) else value for value in values]
