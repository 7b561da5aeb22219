import re
from pathlib import Path

import pytest

from disclosure_pages import public
from themes.discovery import discovered
from themes.tokens import KIND_OF, Mode, faults_of_contrast, faults_of_tokens, merged

SHEET = Path(public.__file__).parent / "static/gongkai/css/tokens.css"
SELECTORS = {
    Mode.LIGHT: [":root"],
    Mode.DARK: ["@media (prefers-color-scheme: dark) :root"],
    Mode.ELDER: [':root[data-reading="elder"], :root[data-reading="contrast"]', ':root[data-reading="elder"]'],
    Mode.CONTRAST: [':root[data-reading="elder"], :root[data-reading="contrast"]', ':root[data-reading="contrast"]'],
}


def _rules() -> dict[str, dict[str, str]]:
    text = re.sub(r"/\*.*?\*/", "", SHEET.read_text(), flags=re.DOTALL)
    rules: dict[str, dict[str, str]] = {}
    for head, body in re.findall(r"([^{}]+(?:\{\s*:root \{|\{))([^{}]*)\}", text):
        selector = " ".join(head.replace("{", " ").split())
        rules[selector] = dict(re.findall(r"--([\w-]+): ([^;]+);", body))
    return rules


@pytest.mark.parametrize("mode", Mode)
def test_base_theme_says_what_the_skeletons_sheet_says(mode):
    rules, said = _rules(), discovered().manifests["base"].tokens[mode]

    assert said == {name: value for selector in SELECTORS[mode] for name, value in rules[selector].items()}


def test_base_theme_sets_every_token():
    assert set(discovered().manifests["base"].tokens[Mode.LIGHT]) == set(KIND_OF)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("accent", "#0f4a7d"),
        ("root-size", "106.25%"),
        ("step-2", "clamp(1.3rem, 1.15rem + 0.9vw, 1.6rem)"),
        ("radius", "0"),
        ("leading", "1.75"),
        ("font-text", '"Noto Sans CJK SC", system-ui, sans-serif'),
    ],
)
def test_value_of_its_kind_is_taken(name, value):
    assert list(faults_of_tokens({name: value})) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("accent", "red"),
        ("accent", "#fff"),
        ("accent", "#0f4a7d;} body{display:none"),
        ("accent", 7),
        ("root-size", "calc(1px)"),
        ("radius", "url(//elsewhere)"),
        ("leading", "0.2"),
        ("font-text", '"a"; } @import "x'),
        ("font-text", 'url("//elsewhere")'),
        ("size", "1rem"),
    ],
)
def test_value_of_another_kind_is_a_fault(name, value):
    assert len(list(faults_of_tokens({name: value}))) == 1


@pytest.mark.parametrize("theme", ["base", "furong", "contrast"])
def test_bundled_theme_can_be_read_in_every_mode(theme):
    manifests = discovered().manifests

    assert list(faults_of_contrast(merged(manifests["base"].tokens, manifests[theme].tokens))) == []


def test_unreadable_pair_is_told_with_mode_and_ratio():
    base = discovered().manifests["base"].tokens
    pale = merged(base, {Mode.DARK: {"ink-soft": "#3a3f45"}})

    assert next(faults_of_contrast(pale)).startswith("In the mode “dark”, “ink-soft” on “paper” has a contrast of 1.")


def test_modes_inherit_sizes_from_light_and_nothing_else_that_a_parent_said():
    base = {Mode.LIGHT: {"step-0": "1rem", "ink": "#000000"}, Mode.DARK: {"ink": "#ffffff"}}
    found = merged(base, {Mode.LIGHT: {"step-0": "2rem", "ink": "#111111"}})

    assert found[Mode.DARK] == {"step-0": "2rem", "ink": "#ffffff"}
    assert found[Mode.LIGHT] == {"step-0": "2rem", "ink": "#111111"}
