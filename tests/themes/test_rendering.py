import pytest
from django.utils import timezone

from tests.disclosure_pages.public.markup import soup_of
from themes.alarms import alarms, silence
from themes.discovery import discovered
from themes.models import ThemeVersion


def _choose(theme, district, **values):
    """What was chosen before the theme broke: no check stands in the way."""
    return ThemeVersion.objects.create(theme=theme, district=district, starts_at=timezone.now(), **values)


@pytest.mark.parametrize(
    ("template", "problem"),
    [
        ("{% load nothing_of_that_name %}", "TemplateSyntaxError"),
        ("{% include 'themes/sample/own/gone.html' %}", "TemplateDoesNotExist"),
        ("{% url 'nowhere' %}", "NoReverseMatch"),
        ("{% for part in place %}{% endfor %}", "TypeError"),
    ],
)
def test_partial_that_fails_is_shown_by_its_parent(install_theme, two_districts, visitor, template, problem):
    here, _there = two_districts
    install_theme(files={"templates/masthead.html": template}, toml='parent = "furong"')
    _choose("sample", here.district)

    response = visitor.get(here.get_url())

    assert (response.status_code, response.context["theme"].theme) == (200, "sample")
    assert soup_of(response).select_one(".furong-masthead .masthead__title") is not None
    assert [(alarm.theme, alarm.part) for alarm in alarms()] == [("sample", "masthead")]
    assert problem in alarms()[0].problem


def test_slot_that_fails_stays_empty(install_theme, two_districts, visitor):
    here, _there = two_districts
    install_theme(files={"templates/before_footer.html": "<p>before</p>{% url 'nowhere' %}"})
    _choose("sample", here.district)

    response = visitor.get(here.get_url())

    assert (response.status_code, b"<p>before</p>" in response.content) == (200, False)


def test_theme_that_is_gone_leaves_the_base_theme_and_an_alarm(two_districts, visitor):
    here, _there = two_districts
    _choose("gone", here.district, accent="#123456")

    response = visitor.get(here.get_url())

    assert (response.status_code, response.context["theme"].theme) == (200, "base")
    assert [alarm.theme for alarm in alarms()] == ["gone"]


def test_template_that_vanishes_later_is_no_error(install_theme, two_districts, visitor, fresh_themes):
    here, _there = two_districts
    folder = install_theme(files={"templates/footer.html": "{{ place.organisation }}"})
    _choose("sample", here.district)
    discovered()
    visitor.get("/")
    (folder / "templates/footer.html").unlink()

    assert visitor.get(here.get_url()).status_code == 200


def test_theme_cannot_take_the_place_of_another_template(install_theme, two_districts, visitor):
    here, _there = two_districts
    install_theme(files={"templates/disclosure_pages/base.html": "taken", "templates/base.html": "taken"})
    _choose("sample", here.district)

    assert b"taken" not in visitor.get(here.get_url()).content


def test_static_file_that_was_not_collected_passes_the_theme_over(install_theme, two_districts, visitor, settings):
    here, _there = two_districts
    manifest_storage = "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": manifest_storage}}
    install_theme(toml='stylesheets = ["new.css"]', files={"static/new.css": "p {}"})
    _choose("sample", here.district)

    with pytest.raises(ValueError, match="Missing staticfiles manifest entry for 'gongkai"):
        visitor.get(here.get_url())  # the skeleton's own files were not collected either: that is the operator's to do

    assert [(alarm.theme, alarm.part) for alarm in alarms()][-1] == ("sample", "stylesheets")


def test_alarm_of_a_theme_can_be_silenced(two_districts, visitor):
    here, _there = two_districts
    _choose("gone", here.district)
    visitor.get(here.get_url())
    silence("gone")

    assert alarms() == []
