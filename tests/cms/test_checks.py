"""System checks: each mistake is found, and an installation without it is left in peace."""

import pytest
from django.core.checks import registry, run_checks
from django.db import connection
from django.urls import path
from django.views.static import serve

from cms import checks
from tests.factories.people import make_user

urlpatterns = [path("media/<path:path>", serve, {"document_root": "/nowhere"})]


def _ids(messages) -> list[str]:
    return [message.id for message in messages]


@pytest.mark.parametrize(
    ("check", "wrong", "expected"),
    [
        (checks.check_secret_key, {"SECRET_KEY": "x" * 49}, "gongkai.E001"),
        (checks.check_secret_key, {"SECRET_KEY": "django-insecure-" + "x" * 50}, "gongkai.E001"),
        (checks.check_secret_key, {"SECRET_KEY": ""}, "gongkai.E001"),
        (checks.check_debug, {"DEBUG": True}, "gongkai.E002"),
        (checks.check_hosts, {"ALLOWED_HOSTS": []}, "gongkai.E003"),
        (checks.check_hosts, {"ALLOWED_HOSTS": ["furong.example", "*"]}, "gongkai.E003"),
        (checks.check_base_url, {"WAGTAILADMIN_BASE_URL": "http://furong.example"}, "gongkai.E007"),
        (checks.check_base_url, {"WAGTAILADMIN_BASE_URL": "https://localhost:8000"}, "gongkai.E007"),
        (checks.check_mail, {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}, "gongkai.E008"),
        (checks.check_uploads_are_private, {"WAGTAILDOCS_SERVE_METHOD": "direct"}, "gongkai.E009"),
        (checks.check_uploads_are_private, {"STATIC_ROOT": "/a", "MEDIA_ROOT": "/a/media"}, "gongkai.E009"),
        (checks.check_uploads_are_private, {"ROOT_URLCONF": __name__}, "gongkai.E009"),
        (checks.check_shared_cache, {"SERVER_PROCESSES": 2}, "gongkai.W002"),
        (checks.check_task_backend, {}, "gongkai.W003"),
        (checks.check_second_factor, {}, "gongkai.W004"),
    ],
)
def test_check_finds(settings, check, wrong, expected):
    for name, value in wrong.items():
        setattr(settings, name, value)

    assert _ids(check()) == [expected]


@pytest.mark.parametrize(
    ("check", "right"),
    [
        (checks.check_secret_key, {"SECRET_KEY": "q" * 50}),
        (checks.check_debug, {"DEBUG": False}),
        (checks.check_hosts, {"ALLOWED_HOSTS": ["furong.example"]}),
        (checks.check_base_url, {"WAGTAILADMIN_BASE_URL": "https://furong.example"}),
        (checks.check_mail, {"EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend"}),
        (checks.check_uploads_are_private, {}),
        (checks.check_keeper, {}),
        (checks.check_sqlite_options, {}),
        (checks.check_translations, {}),
        (checks.check_second_factor, {"SECOND_FACTOR_REQUIRED": True}),
        (checks.check_shared_cache, {"SERVER_PROCESSES": 1}),
        (checks.check_shared_cache, {"SERVER_PROCESSES": 2, "CACHES": {"default": {"BACKEND": "a.RedisCache"}}}),
        (checks.check_task_backend, {"TASKS": {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}}),
    ],
)
def test_check_is_content(settings, check, right):
    for name, value in right.items():
        setattr(settings, name, value)

    assert check() == []


@pytest.mark.parametrize("option", ["transaction_mode", "init_command"])
def test_check_sqlite_options_missing(monkeypatch, option):
    monkeypatch.delitem(connection.settings_dict["OPTIONS"], option, raising=False)

    assert _ids(checks.check_sqlite_options()) == (["gongkai.E004"] if connection.vendor == "sqlite" else [])


def test_check_keeper_missing(monkeypatch):
    monkeypatch.setattr("disclosure_pages.tree.gate._keepers", [])

    assert _ids(checks.check_keeper()) == ["gongkai.E005"]


@pytest.mark.django_db
@pytest.mark.parametrize(("is_demo", "is_active", "found"), [(True, True, 1), (True, False, 0), (False, True, 0)])
def test_check_demo_people(is_demo, is_active, found):
    make_user(is_demo=is_demo, is_active=is_active)

    assert _ids(checks.check_demo_people()) == ["gongkai.E006"] * found


def test_check_translations_outdated(settings, tmp_path):
    folder = tmp_path / "locale" / "zh_Hans" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text("")
    settings.LOCALE_PATHS = [tmp_path / "locale"]

    assert _ids(checks.check_translations()) == ["gongkai.W001"]


def test_checks_that_need_no_deployment_are_clean():
    found = run_checks()

    assert [check for check in found if "hostile" not in check.msg] == []  # a plug-in that the suite brings along
    assert {check.id for check in found} == {"gongkai.W007"}


def test_checks_are_registered():
    registered = registry.registry.get_checks(include_deployment_checks=True)

    assert {check for name, check in vars(checks).items() if name.startswith("check_")} <= set(registered)
