"""Probes of the data folder and the database."""

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from cms.doctor import data
from cms.doctor.probe import Missing


def test_data_folder_is_made(settings, tmp_path):
    settings.DATA_DIR = tmp_path / "new" / "var"

    assert data.data_folder() == str(tmp_path / "new" / "var")
    assert list(settings.DATA_DIR.iterdir()) == []


def test_data_folder_is_a_file(settings, tmp_path):
    settings.DATA_DIR = tmp_path / "var"
    settings.DATA_DIR.write_text("")

    with pytest.raises(Missing) as caught:
        data.data_folder()

    assert "GONGKAI_DATA_DIR" in caught.value.remedy


def test_free_space_too_small(monkeypatch):
    monkeypatch.setattr(data, "FREE_BYTES", 2**80)

    with pytest.raises(Missing):
        data.free_space()


def test_write_ahead_log_leaves_nothing_behind(settings, tmp_path):
    settings.DATA_DIR = tmp_path

    assert data.write_ahead_log() == ("WAL" if connection.vendor == "sqlite" else None)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.django_db
def test_database_answers():
    assert data.database().startswith(connection.display_name)


@pytest.mark.django_db
def test_migrations_all_applied():
    data.migrations()


@pytest.mark.django_db
def test_migrations_one_missing():
    last = MigrationRecorder.Migration.objects.filter(app="sessions").latest("id")
    last.delete()

    with pytest.raises(Missing) as caught:
        data.migrations()

    assert "1" in caught.value.message
