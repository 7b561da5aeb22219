"""Probes of the installation itself."""

import pytest

from cms.doctor import site
from cms.doctor.probe import Missing

MANIFEST_STORAGE = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}


def test_translations_compiled_at_start():
    site.translations()


def test_translations_outdated(settings, tmp_path):
    folder = tmp_path / "locale" / "zh_Hans" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text("")
    settings.LOCALE_PATHS = [tmp_path / "locale"]

    with pytest.raises(Missing):
        site.translations()


def test_static_files_not_concerned():
    assert site.static_files() is None


def test_static_files_not_collected(settings, tmp_path):
    settings.STORAGES = {**settings.STORAGES, "staticfiles": MANIFEST_STORAGE}
    settings.STATIC_ROOT = tmp_path

    with pytest.raises(Missing) as caught:
        site.static_files()

    assert "collectstatic" in caught.value.remedy


def test_static_files_collected(settings, tmp_path):
    settings.STORAGES = {**settings.STORAGES, "staticfiles": MANIFEST_STORAGE}
    settings.STATIC_ROOT = tmp_path
    (tmp_path / "staticfiles.json").write_text('{"version": "1.1", "paths": {}}')

    assert site.static_files() == str(tmp_path)


def test_keeper_is_installed():
    site.keeper()
