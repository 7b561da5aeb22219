"""Marked strings are found in code and templates."""

from cms.translation.extraction import marked_strings

CODE = """
from django.utils.translation import gettext as _, ngettext, pgettext

x = "“”"
print(_("Column"), ngettext("%(n)s unit", "%(n)s units", 2), pgettext("verb", "Open"), "Plain")
"""

TEMPLATE = """{% load i18n %}
    <h1>{% translate "It's open" %}</h1>
  {% blocktranslate trimmed count n=units|length %}
      {{ n }} unit
    {% plural %}
      {{ n }} units
  {% endblocktranslate %}
<p>{% translate "Open" context "verb" %} don't {{ _("Close") }}</p>
"""


def _keys(package):
    return [(string.context, string.singular, string.plural) for string in marked_strings(package)]


def test_marked_strings_of_code(tmp_path):
    (tmp_path / "views.py").write_text(CODE)

    assert _keys(tmp_path) == [
        ("", "Column", ""),
        ("", "%(n)s unit", "%(n)s units"),
        ("verb", "Open", ""),
    ]


def test_marked_strings_of_template(tmp_path):
    (tmp_path / "list.html").write_text(TEMPLATE)

    assert sorted(_keys(tmp_path)) == [
        ("", "%(n)s unit", "%(n)s units"),
        ("", "Close", ""),
        ("", "It's open", ""),
        ("verb", "Open", ""),
    ]


def test_marked_strings_name_their_place(tmp_path):
    (tmp_path / "views.py").write_text(CODE)

    first = next(marked_strings(tmp_path))

    assert (first.path, first.line) == (tmp_path / "views.py", 5)


def test_marked_strings_leave_migrations_out(tmp_path):
    (tmp_path / "migrations").mkdir()
    (tmp_path / "migrations" / "0001_initial.py").write_text(CODE)

    assert _keys(tmp_path) == []


def test_marked_strings_of_a_package_within_are_its_own(tmp_path):
    inner = tmp_path / "contrib" / "shop"
    (inner / "locale").mkdir(parents=True)
    (tmp_path / "locale").mkdir()
    (tmp_path / "views.py").write_text('print(_("Outer"))')
    (inner / "views.py").write_text('print(_("Inner"))')

    assert (_keys(tmp_path), _keys(inner)) == ([("", "Outer", "")], [("", "Inner", "")])
