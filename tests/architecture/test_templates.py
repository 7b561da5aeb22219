"""Templates hold no script and no style of their own: the content policy of public pages would drop them."""

import re

import pytest

from tests.architecture.sources import PACKAGES, ROOT, files, place, templates

SCRIPT = re.compile(r"<script\b(?![^>]*\bsrc=)(?![^>]*\btype=\"application/(?:ld\+)?json\")", re.IGNORECASE)
STYLE = re.compile(r"<style\b|\sstyle=", re.IGNORECASE)
HANDLER = re.compile(r"<[^>]*\son[a-z]+=|javascript:", re.IGNORECASE)
CSS_CLASS = re.compile(r"\.(gk-[\w-]+)")


@pytest.mark.parametrize("pattern", [SCRIPT, STYLE, HANDLER], ids=["script", "style", "handler"])
def test_templates_have_nothing_inline(pattern):
    found = [f"{place(path)}: {match.group()}" for path in templates() for match in pattern.finditer(path.read_text())]

    assert found == []


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (SCRIPT, "<script>go()</script>"),
        (SCRIPT, "<script defer>"),
        (STYLE, '<p style="color: red">'),
        (STYLE, "<style>p {}</style>"),
        (HANDLER, '<a href="#" onclick="go()">'),
        (HANDLER, '<a href="javascript:go()">'),
    ],
)
def test_patterns_find(pattern, text):
    assert pattern.search(text)


@pytest.mark.parametrize(
    "text", ['<script src="a.js" defer>', '<script type="application/ld+json">', "<p>online=1</p>"]
)
def test_patterns_leave_in_peace(text):
    assert not any(pattern.search(text) for pattern in (SCRIPT, STYLE, HANDLER))


def test_sheet_of_every_admin_page_styles_its_own_classes_only():
    """It stands on the screens of all rooms, whose sheets it would overrule."""
    everywhere = "search/static/gongkai_search/oversight.css"
    classes = {path: set(CSS_CLASS.findall(path.read_text())) for path in files(".css", under=PACKAGES)}
    own = classes.pop(ROOT / everywhere)
    others = set().union(*classes.values())

    assert own & others == set()
    assert "gk-alarm" in own
