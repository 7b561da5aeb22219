"""Personal data at rest, without a database."""

from __future__ import annotations

import pytest
from django.core.exceptions import FieldError, ImproperlyConfigured
from django.db import models

from plugins.contrib.requests.checks import check_personal_data_keys, check_shared_limits
from plugins.contrib.requests.protection.encryption import (
    EncryptedTextField,
    UnreadableText,
    decrypt_text,
    digest_of,
    encrypt_text,
)

OLD, NEW, INDEX = "o" * 32, "n" * 32, "i" * 32
NAME = "买买提·艾力"


@pytest.fixture
def field():
    field = EncryptedTextField()
    field.set_attributes_from_name("phone")
    return field


def test_token_holds_nothing_legible_and_is_another_each_time() -> None:
    first, second = encrypt_text(NAME), encrypt_text(NAME)

    assert first != second
    assert not any(part in first for part in (NAME, NAME.encode().hex()))
    assert (decrypt_text(first), decrypt_text(second), encrypt_text("")) == (NAME, NAME, "")


def test_former_key_still_opens(settings) -> None:
    settings.PERSONAL_DATA_KEYS = [OLD]
    token = encrypt_text(NAME)
    settings.PERSONAL_DATA_KEYS = [NEW, OLD]

    assert decrypt_text(token) == NAME
    assert type(decrypt_text(token)) is str


@pytest.mark.parametrize("harm", [lambda token: token[:-1] + "A", lambda token: "plain", lambda token: token[:40]])
def test_token_that_no_key_opens_is_told_and_kept(settings, field, harm) -> None:
    token = harm(encrypt_text(NAME))
    value = field.from_db_value(token, None, None)

    assert isinstance(value, UnreadableText)
    assert token not in value
    assert field.get_db_prep_value(value, None) == token
    assert field.value_to_string(type("Row", (), {"phone": value})()) == {"encrypted": token}


def test_other_servers_keys_open_nothing(settings) -> None:
    token = encrypt_text(NAME)
    settings.PERSONAL_DATA_KEYS = [NEW]

    assert isinstance(decrypt_text(token), UnreadableText)


def test_without_keys_nothing_is_written(settings) -> None:
    settings.PERSONAL_DATA_KEYS, settings.PERSONAL_DATA_INDEX_KEY = [], ""

    for act in (lambda: encrypt_text(NAME), lambda: digest_of(NAME, "name")):
        with pytest.raises(ImproperlyConfigured):
            act()


@pytest.mark.parametrize("lookup", ["exact", "iexact", "contains", "in", "startswith", "gt", "regex"])
def test_lookups_are_refused(field, lookup) -> None:
    with pytest.raises(FieldError, match="phone is encrypted"):
        field.get_lookup(lookup)


def test_field_takes_its_own_dump_and_no_other(field) -> None:
    row = type("Row", (), {"phone": NAME})()
    dumped = field.value_to_string(row)

    assert NAME not in str(dumped)
    assert field.to_python(dumped) == NAME
    assert field.to_python(dumped["encrypted"]) == dumped["encrypted"]
    assert field.get_lookup("isnull") is models.lookups.IsNull


@pytest.mark.parametrize(
    ("one", "other"),
    [("张 三", "张三"), ("ABC-12", "abc12"), ("13800001111", "１３８００００１１１１"), (NAME, "买买提艾力")],
)
def test_digest_is_the_same_for_what_means_the_same(one, other) -> None:
    assert digest_of(one, "name") == digest_of(other, "name")


def test_digest_differs_by_purpose_and_by_key(settings) -> None:
    digests = {digest_of(NAME, "name"), digest_of(NAME, "contact"), digest_of("别人", "name")}
    settings.PERSONAL_DATA_INDEX_KEY = INDEX

    assert len({*digests, digest_of(NAME, "name")}) == 4
    assert {len(digest) for digest in digests} == {64}
    assert digest_of(" - ", "name") == ""


@pytest.mark.parametrize(
    ("keys", "index", "expected"),
    [
        ([NEW, OLD], INDEX, []),
        ([], INDEX, ["gongkai.E013"]),
        ([NEW], "", ["gongkai.E013"]),
        ([NEW], NEW, ["gongkai.E013"]),
        ([NEW, "short"], INDEX, ["gongkai.E013"]),
        (["only-for-tests-" + "x" * 50], INDEX, ["gongkai.E013"]),
    ],
)
def test_check_finds_missing_and_weak_keys(settings, keys, index, expected) -> None:
    settings.PERSONAL_DATA_KEYS, settings.PERSONAL_DATA_INDEX_KEY = keys, index

    assert [found.id for found in check_personal_data_keys()] == expected


def test_limits_that_are_not_shared_are_told(settings) -> None:
    settings.SERVER_PROCESSES = 4

    assert [one.id for one in check_shared_limits()] == ["gongkai.E014"]
    settings.SERVER_PROCESSES = 1
    assert check_shared_limits() == []
