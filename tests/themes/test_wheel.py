"""A theme from outside: built as a wheel, installed, chosen by one of two districts, and gone again."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from cms.people.enums import Role
from tests.disclosure_pages.public.markup import soup_of
from tests.factories.people import make_person
from tests.sample_theme.wheel import build_wheel
from themes.models import ThemeVersion
from themes.testing import faults_of_theme

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def site_folder(tmp_path, monkeypatch, fresh_themes) -> Path:
    """A folder beside the environment, with the theme installed in it."""
    folder, wheel = tmp_path / "site", build_wheel(tmp_path)
    command = ["uv", "pip", "install", "--offline", "--no-deps", "--target", str(folder), str(wheel)]
    subprocess.run(command, check=True, capture_output=True)
    monkeypatch.syspath_prepend(folder)
    fresh_themes()
    return folder


def sheets(response) -> list[str]:
    return [link["href"] for link in soup_of(response).select("link[rel=stylesheet]") if "/themes/" in link["href"]]


def test_theme_of_a_wheel_is_shown_in_its_district_until_it_is_gone(
    site_folder, two_districts, visitor, fresh_themes, monkeypatch
):
    here, there = two_districts
    assert faults_of_theme("autumn") == []
    call_command("themes", "choose", "autumn", "--district", "furong", verbosity=0)

    seen, other = visitor.get(here.get_url()), visitor.get(there.get_url())
    assert sheets(seen) == ["/static/themes/furong/furong.css", "/static/themes/autumn/autumn.css"]
    assert [bool(soup_of(response).select(".autumn-leaf")) for response in (seen, other)] == [True, False]
    assert sheets(other) == []

    shutil.rmtree(site_folder)
    fresh_themes()
    gone = visitor.get(here.get_url())
    assert (gone.status_code, soup_of(gone).html["data-theme"]) == (200, "base")
    assert every_screen_opens(here.district)


def every_screen_opens(district) -> bool:
    client, version = Client(), ThemeVersion.objects.get()
    client.force_login(make_person(Role.THEME_DESIGNER, district=district))
    addresses = [
        reverse("gongkai_themes:index"),
        reverse("gongkai_themes:mourning"),
        reverse("gongkai_themes:district", args=[district.slug]),
        reverse("gongkai_themes:version", args=[district.slug, version.pk]),
        reverse("gongkai_themes:verdict", args=[district.slug, version.pk]),
    ]
    return {client.get(address).status_code for address in addresses} == {200}


def test_static_files_of_a_wheel_are_collected(site_folder):
    code = (
        "import django; django.setup()\n"
        "from django.contrib.staticfiles.finders import find\n"
        "print(find('themes/autumn/autumn.css'))"
    )
    environment = {"PYTHONPATH": f"{site_folder}:{ROOT}", "DJANGO_SETTINGS_MODULE": "cms.settings.test", "PATH": ""}
    done = subprocess.run([sys.executable, "-c", code], env=environment, cwd=ROOT, capture_output=True, check=True)

    assert done.stdout.decode().strip() == str(site_folder / "autumn_theme/static/autumn.css")
