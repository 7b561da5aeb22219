import pytest

from themes.checks import check_themes
from themes.discovery import Trouble, discovered


def _rejected():
    return {one.name: (one.trouble, one.details) for one in discovered().rejected}


def test_bundled_themes_are_installed():
    found = discovered()

    assert [(one.manifest.name, one.source) for one in found.installed] == [
        ("base", ""),
        ("contrast", ""),
        ("furong", ""),
    ]
    assert found.rejected == ()


def test_theme_is_found_by_its_entry_point(install_theme):
    install_theme(toml='parent = "furong"')

    assert discovered().manifests["sample"].parent == "furong"


@pytest.mark.parametrize(
    ("toml", "trouble", "detail"),
    [
        ('colour = "red"', Trouble.FAULTY, "There is no entry “colour”."),
        ('parent = "gone"', Trouble.NO_PARENT, "Its parent “gone” is not installed."),
    ],
)
def test_theme_that_cannot_be_taken_is_told(install_theme, toml, trouble, detail):
    install_theme(toml=toml)

    assert _rejected() == {"sample": (trouble, (detail,))}
    assert "sample" not in discovered().manifests


def test_theme_for_another_contract_is_told(install_theme, fresh_themes):
    folder = install_theme()
    text = (folder / "theme.toml").read_text()
    (folder / "theme.toml").write_text(text.replace(">=1.0,<2", ">=7"))
    fresh_themes()

    assert _rejected() == {"sample": (Trouble.INCOMPATIBLE, ("It was made for >=7 of the contract; this is 1.0.",))}


def test_second_theme_of_a_name_is_left_out(install_theme):
    folder = install_theme("other")
    (folder / "theme.toml").write_text('name = "furong"\ntitle = "x"\nversion = "1"')
    discovered.cache_clear()

    assert _rejected() == {"furong": (Trouble.TWICE, ("the product itself has one of that name.",))}


def test_package_that_is_gone_is_told(install_theme, fresh_themes, tmp_path):
    folder = install_theme("lost")
    folder.rename(tmp_path / "elsewhere")
    fresh_themes()

    assert _rejected()["lost"][0] is Trouble.BROKEN


def test_parents_that_lead_in_a_circle_are_told(install_theme):
    install_theme("one", toml='parent = "two"')
    install_theme("two", toml='parent = "one"')

    assert {name: trouble for name, (trouble, _details) in _rejected().items()} == dict.fromkeys(
        ("one", "two"), Trouble.NO_PARENT
    )


def test_rejected_theme_is_a_warning_with_its_reason(install_theme):
    install_theme(toml='colour = "red"')

    (warning,) = check_themes()
    assert (warning.id, "sample" in warning.msg, "There is no entry “colour”." in warning.msg) == (
        "gongkai.W008",
        True,
        True,
    )


def test_sound_themes_are_no_warning(fresh_themes):
    assert check_themes() == []
