import pytest

from disclosure_pages.public.looks import OPEN_PARTIALS, SLOTS
from themes.testing import PARTIALS, SLOT_NOTES, faults_of_folder, faults_of_theme


@pytest.mark.parametrize("theme", ["base", "furong", "contrast"])
def test_bundled_theme_keeps_the_contract(theme):
    assert faults_of_theme(theme) == []


def test_theme_that_nobody_knows_is_told():
    assert faults_of_theme("gone") == [
        "No theme is called “gone”. Install its package, and look at “manage.py themes list”."
    ]


def test_theme_without_anything_of_its_own_keeps_the_contract(write_theme):
    assert faults_of_folder(write_theme()) == []


@pytest.mark.parametrize(
    ("files", "toml", "begins"),
    [
        ({"templates/sidebar.html": ""}, "", "templates/sidebar.html is not on the list of partials and slots"),
        ({"templates/home_lead.html": "{% nonsense %}"}, "", "templates/home_lead.html cannot be shown"),
        ({"templates/home_lead.html": "{{ x|safe }}"}, "", "templates/home_lead.html has text that is not escaped."),
        ({"templates/home_lead.html": "<p style='a'>"}, "", "templates/home_lead.html has a style of its own."),
        ({"templates/home_lead.html": "<script src=x>"}, "", "templates/home_lead.html has a script of its own."),
        ({"templates/home_lead.html": "<p onclick=x>"}, "", "templates/home_lead.html has a handler of events."),
        ({"templates/own/x.html": "<img src=//a.b/c>"}, "", "templates/own/x.html has an address of another host."),
        ({"templates/masthead.html": "<header>"}, "", "templates/masthead.html does not show “href="),
        ({"static/theme.js": "go()"}, "", "static/theme.js: a theme brings no files of this kind."),
        ({"static/a.css": "@import 'b'"}, "", "static/a.css has @import."),
        ({"static/a.css": "p { background: url(https://a/b) }"}, "", "static/a.css has an address of another host."),
        ({}, 'stylesheets = ["a.css"]', "There is no file static/a.css."),
        ({}, 'parent = "gone"', "Its parent “gone” is not installed."),
        ({}, 'colour = "x"', "There is no entry “colour”."),
        ({}, '[tokens]\nink = "#dddddd"', "In the mode “light”, “ink” on “paper” has a contrast of"),
    ],
)
def test_fault_is_found(write_theme, files, toml, begins):
    assert faults_of_folder(write_theme(files=files, toml=toml))[0].startswith(begins)


def test_lists_say_what_each_part_is_for():
    assert (list(PARTIALS), list(SLOT_NOTES)) == (list(OPEN_PARTIALS), list(SLOTS))
