"""Flaws of a catalogue are found, one by one."""

import pytest

from cms.translation.completeness import absent_strings, flaws

UNIT = '_("Unit")'
COUNT = 'ngettext("%(n)s unit", "%(n)s units", n)'


def _codes(*packages):
    return [flaw.code for flaw in flaws(package.file for package in packages)]


@pytest.mark.parametrize(
    ("code", "entries", "expected"),
    [
        (UNIT, 'msgid "Unit"\nmsgstr "单位"\n', []),
        (UNIT, "", ["missing"]),
        (UNIT, 'msgid "Unit"\nmsgstr ""\n', ["untranslated"]),
        (UNIT, '#, fuzzy\nmsgid "Unit"\nmsgstr "单位"\n', ["fuzzy"]),
        (UNIT, 'msgctxt "menu"\nmsgid "Unit"\nmsgstr "单位"\n', ["missing"]),
        ('pgettext("menu", "Unit")', 'msgctxt "menu"\nmsgid "Unit"\nmsgstr "单位"\n', []),
        ('_("%(n)s in {place}")', 'msgid "%(n)s in {place}"\nmsgstr "{place}有%(n)s个"\n', []),
        ('_("%(n)s in {place}")', 'msgid "%(n)s in {place}"\nmsgstr "{places}有%(n)s个"\n', ["placeholder"]),
        ('_("%(n)s in %(m)s")', 'msgid "%(n)s in %(m)s"\nmsgstr "有%(n)s个"\n', ["placeholder"]),
        (COUNT, 'msgid "%(n)s unit"\nmsgid_plural "%(n)s units"\nmsgstr[0] "%(n)s个单位"\n', []),
        (COUNT, 'msgid "%(n)s unit"\nmsgid_plural "%(n)s units"\nmsgstr[0] ""\n', ["untranslated"]),
        (COUNT, 'msgid "%(n)s unit"\nmsgid_plural "%(n)s units"\nmsgstr[0] "单位"\n', ["placeholder"]),
    ],
)
def test_flaws_of_one_entry(package, code, entries, expected):
    package.write_code(code)
    package.write_catalogue(entries)

    assert _codes(package) == expected


def test_flaws_without_catalogue(package):
    package.write_code(UNIT)

    assert _codes(package) == ["missing"]


def test_flaws_of_two_catalogues_that_disagree(package, other_package):
    for shop, translation in ((package, "单位"), (other_package, "部门")):
        shop.write_code(UNIT)
        shop.write_catalogue(f'msgid "Unit"\nmsgstr "{translation}"\n')

    assert _codes(package, other_package) == ["clash"]


def test_flaws_of_two_catalogues_that_agree(package, other_package):
    for shop in (package, other_package):
        shop.write_code(UNIT)
        shop.write_catalogue('msgid "Unit"\nmsgstr "单位"\n')

    assert _codes(package, other_package) == []


def test_absent_strings_name_each_string_once(package):
    package.write_code(f'{UNIT}\n_("Column")\n{UNIT}')

    strings = absent_strings(package.file, package.file.read())

    assert [(string.singular, string.line) for string in strings] == [("Unit", 1), ("Column", 2)]
