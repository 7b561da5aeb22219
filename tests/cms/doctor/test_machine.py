"""Probes of the machine, on machines that lack what they look for."""

import pytest

from cms.doctor import machine
from cms.doctor.probe import Missing


def test_python_too_old(monkeypatch):
    monkeypatch.setattr(machine, "PYTHON", (99, 0))

    with pytest.raises(Missing):
        machine.python()


def test_sqlite_too_old(monkeypatch):
    monkeypatch.setattr(machine, "SQLITE", (99, 0))

    with pytest.raises(Missing):
        machine.sqlite_version()


def test_sqlite_full_text_is_there():
    assert machine.sqlite_full_text() == "FTS5"


def test_time_zones_unknown(settings):
    settings.TIME_ZONE = "Nowhere/Land"

    with pytest.raises(Missing, match="Nowhere/Land"):
        machine.time_zones()


def test_time_zones_known():
    assert machine.time_zones() == "Asia/Shanghai"


def test_chinese_fonts_without_fontconfig(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(Missing) as caught:
        machine.chinese_fonts()

    assert "fonts-noto-cjk" in caught.value.remedy


@pytest.mark.parametrize(("listing", "found"), [("Song\nHei\n", "Hei"), ("", None)])
def test_chinese_fonts_as_listed(monkeypatch, tmp_path, listing, found):
    lister = tmp_path / "fc-list"
    lister.write_text(f"#!/bin/sh\nprintf '%s' '{listing}'\n")
    lister.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")

    if found:
        assert machine.chinese_fonts() == found
    else:
        with pytest.raises(Missing):
            machine.chinese_fonts()


def test_browser_absent(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(Missing, match="Chromium"):
        machine.browser()


def test_browser_present(monkeypatch, tmp_path):
    program = tmp_path / "chromium"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))

    assert machine.browser() == str(program)


def test_pdf_maker_is_there():
    assert machine.pdf_maker().startswith("WeasyPrint ")


def test_pdf_maker_without_its_libraries(monkeypatch, tmp_path):
    interpreter = tmp_path / "python"
    interpreter.write_text("#!/bin/sh\nexit 1\n")
    interpreter.chmod(0o755)
    monkeypatch.setattr(machine.sys, "executable", str(interpreter))

    with pytest.raises(Missing) as caught:
        machine.pdf_maker()

    assert "libpango" in caught.value.remedy
