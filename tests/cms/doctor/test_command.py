"""``manage.py doctor``."""

import json

import pytest
from django.core.management import call_command

from cms.doctor.probes import PROBES


def _report(capsys) -> list[dict[str, object]]:
    report: list[dict[str, object]] = json.loads(capsys.readouterr().out)
    return report


@pytest.mark.django_db
def test_doctor_json(capsys):
    call_command("doctor", json=True)

    report = _report(capsys)
    assert {"id", "severity", "ok", "message", "remedy"} == set(report[0])
    assert {outcome["id"] for outcome in report} <= {probe.id for probe in PROBES}
    assert all(outcome["ok"] for outcome in report if outcome["severity"] == "required")


@pytest.mark.django_db
def test_doctor_exits_when_something_required_is_missing(settings, tmp_path, capsys):
    settings.DATA_DIR = tmp_path / "file"
    settings.DATA_DIR.write_text("")

    with pytest.raises(SystemExit) as stopped:
        call_command("doctor", json=True)

    assert stopped.value.code == 1
    assert [outcome["id"] for outcome in _report(capsys) if not outcome["ok"]][:1] == ["data-folder"]


@pytest.mark.django_db
def test_doctor_prints_the_remedy(settings, capsys):
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"

    call_command("doctor")

    assert "EMAIL_URL" in capsys.readouterr().out


def test_probe_ids_are_unique():
    assert len({probe.id for probe in PROBES}) == len(PROBES)
