"""Write all personal data anew with the newest key, so that an older one can be taken out of the settings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from cryptography.fernet import InvalidToken
from django.apps import apps
from django.db import connection, models, transaction

from plugins.contrib.requests.protection.encryption import EncryptedTextField
from plugins.contrib.requests.protection.files import PrivateStorage
from plugins.contrib.requests.protection.keys import cipher

CHUNK = 500


@dataclass
class Rekeyed:
    """How many values and files were written anew, and how many no key opens; those stay as they are."""

    values: int = 0
    files: int = 0
    unreadable: int = 0


def rekey() -> Rekeyed:
    """One transaction for each part of a table, so the site goes on; started again it begins anew and ends alike.

    The former key stays in the settings until this has run everywhere: readers need it meanwhile. Digests are not
    touched; their key is another one and stays.
    """
    done = Rekeyed()
    for model, names in encrypted_columns():
        for keys in _parts(model):
            _rekey_rows(model, names, keys, done)
    for field, key, _name in stored_files():
        _rekey_file(field, key, done)
    return done


def encrypted_columns() -> Iterator[tuple[type[models.Model], list[str]]]:
    """Every model of the plug-in that holds personal data, with the fields that do."""
    for model in _models():
        names = [field.attname for field in model._meta.concrete_fields if isinstance(field, EncryptedTextField)]
        if names:
            yield model, names


def _parts(model: type[models.Model]) -> Iterator[list[Any]]:
    last = 0
    while keys := list(model._default_manager.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:CHUNK]):
        yield keys
        last = keys[-1]


@transaction.atomic
def _rekey_rows(model: type[models.Model], names: list[str], keys: list[Any], done: Rekeyed) -> None:
    """Past the fields, which would decrypt: what no key opens is not to be written.

    A row that somebody wrote meanwhile has the newest key already, or was erased: it stays as it is now.
    """
    quote = connection.ops.quote_name
    table, key = quote(model._meta.db_table), quote(str(model._meta.pk.column))
    columns = ", ".join(map(quote, names))
    places = ", ".join("%s" for _key in keys)
    with connection.cursor() as cursor:
        rows = f"SELECT {key}, {columns} FROM {table} WHERE {key} IN ({places})"  # noqa: S608  (names of our own)
        cursor.execute(rows, keys)
        for row_key, *tokens in cursor.fetchall():
            anew = [_anew(token, done) for token in tokens]
            if anew != tokens:
                changes = ", ".join(f"{quote(name)} = %s" for name in names)
                same = " AND ".join(f"{quote(name)} = %s" for name in names)
                change = f"UPDATE {table} SET {changes} WHERE {key} = %s AND {same}"  # noqa: S608  (names of our own)
                cursor.execute(change, [*anew, row_key, *tokens])


def _anew(token: str | None, done: Rekeyed) -> str | None:
    if not token:
        return token
    try:
        fresh = cipher().rotate(token.encode()).decode("ascii")
    except InvalidToken:
        done.unreadable += 1
        return token
    done.values += 1
    return fresh


def stored_files() -> Iterator[tuple[models.FileField, Any, str]]:
    """Fields, with keys and names of rows that have a file. Uploads with which nothing was sent are gone in hours."""
    for model in _models():
        for field in model._meta.concrete_fields:
            if isinstance(field, models.FileField) and isinstance(field.storage, PrivateStorage):
                for key, name in model._default_manager.exclude(**{field.name: ""}).values_list("pk", field.name):
                    yield field, key, name


def _models() -> Iterable[type[models.Model]]:
    return apps.get_app_config("gongkai_requests").get_models()


@transaction.atomic
def _rekey_file(field: models.FileField, key: Any, done: Rekeyed) -> None:
    """Beside the old one first, and put in its place in one step: a power cut leaves one of the two whole.

    Its row is locked meanwhile: who erases it waits, so no file is written again after it was deleted.
    """
    row = field.model._default_manager.select_for_update(of=("self",)).filter(pk=key).first()
    name = field.value_from_object(row).name if row else ""
    if not name:
        return
    try:
        field.storage.rekey(name)  # type: ignore[attr-defined]  # it is private
    except (InvalidToken, FileNotFoundError):
        done.unreadable += 1
    else:
        done.files += 1
