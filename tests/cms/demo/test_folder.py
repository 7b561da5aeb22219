"""A demo touches nobody's folder but its own."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from cms.demo.folder import DATABASE, MARK, Obstacle, clear, find_obstacle
from cms.demo.logins import claim_folder


def make_database(folder: Path) -> None:
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        connection.execute("CREATE TABLE something (id INTEGER)")


def test_absent_and_empty_folders_can_be_used(tmp_path: Path) -> None:
    assert find_obstacle(tmp_path) is None
    assert find_obstacle(tmp_path / "deep" / "below") is None


def test_leftovers_of_other_commands_are_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "secret-key").write_text("x")
    (tmp_path / "static").mkdir()
    with closing(sqlite3.connect(tmp_path / DATABASE)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
    assert find_obstacle(tmp_path) is None


def test_file_in_the_way_and_files_of_others_are_obstacles(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert find_obstacle(tmp_path / "file") is Obstacle.NO_FOLDER
    assert find_obstacle(tmp_path / "file" / "below") is Obstacle.UNWRITABLE
    assert find_obstacle(tmp_path) is Obstacle.FOREIGN


@pytest.mark.parametrize("leave", [make_database, lambda folder: (folder / DATABASE).write_bytes(b"no database" * 99)])
def test_installation_without_the_mark_is_an_obstacle(tmp_path: Path, leave) -> None:
    leave(tmp_path)
    assert find_obstacle(tmp_path) is Obstacle.IN_USE


def test_uploads_without_the_mark_are_an_obstacle(tmp_path: Path) -> None:
    (tmp_path / "media" / "documents").mkdir(parents=True)
    assert find_obstacle(tmp_path) is None
    (tmp_path / "media" / "documents" / "a.txt").write_text("x")
    assert find_obstacle(tmp_path) is Obstacle.IN_USE


def test_claimed_folder_is_the_demos_own(tmp_path: Path) -> None:
    folder = tmp_path / "var"
    logins = claim_folder(folder)
    make_database(folder)
    password = logins.password_of("somebody")
    assert find_obstacle(folder) is None
    assert (folder / MARK).stat().st_mode & 0o777 == 0o600
    assert claim_folder(folder).password_of("somebody") == password


def test_passwords_differ(tmp_path: Path) -> None:
    logins = claim_folder(tmp_path / "var")
    assert len({logins.password_of(f"person{number}") for number in range(50)}) == 50


def test_reset_deletes_what_is_the_demos_and_nothing_else(tmp_path: Path) -> None:
    claim_folder(tmp_path)
    make_database(tmp_path)
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "media" / "a.txt").write_text("x")
    clear(tmp_path)
    assert {entry.name for entry in tmp_path.iterdir()} == {"notes.txt", "static"}


def test_reset_follows_no_link_out_of_the_folder(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept.txt").write_text("x")
    folder = tmp_path / "var"
    claim_folder(folder)
    (folder / "media").rmdir()
    (folder / "media").symlink_to(outside)
    clear(folder)
    assert (outside / "kept.txt").exists()


def test_reset_of_a_folder_without_the_mark_is_refused(tmp_path: Path) -> None:
    make_database(tmp_path)
    with pytest.raises(ValueError, match="no demo"):
        clear(tmp_path)
    assert (tmp_path / DATABASE).exists()
