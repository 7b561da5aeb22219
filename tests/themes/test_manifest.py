import pytest

from themes.manifest import Faulty, read_manifest
from themes.tokens import Mode


def test_theme_is_read_with_the_tokens_of_each_mode(write_theme):
    folder = write_theme(toml='[tokens]\nink = "#101010"\n[tokens.dark]\nink = "#f0f0f0"\n')

    manifest = read_manifest(folder)

    assert (manifest.name, manifest.parent) == ("sample", "base")
    assert manifest.tokens == {Mode.LIGHT: {"ink": "#101010"}, Mode.DARK: {"ink": "#f0f0f0"}}


@pytest.mark.parametrize(
    ("toml", "sentence"),
    [
        ('colour = "red"', "There is no entry “colour”."),
        ('parent = "sample"', "A theme is not its own parent."),
        ('stylesheets = ["../secret.css"]', "“stylesheets” is not a list of files below static/, such as theme.css."),
        ('picture = "http://x/y.png"', "“picture” is not a file below static/, such as picture.webp."),
        ('tokens = "none"', "“tokens” is not a table."),
        ('[tokens]\nink = "black"', "The token “ink” is 'black', which is no colour; write for example #a3271f."),
        ('[tokens.midnight]\nink = "#000000"', "There is no token “midnight”."),
    ],
)
def test_fault_is_a_sentence(write_theme, toml, sentence):
    with pytest.raises(Faulty) as refused:
        read_manifest(write_theme(toml=toml))

    assert refused.value.sentences == (sentence,)


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("name = ", "theme.toml cannot be read"),
        ('name = "No Name"\ntitle = "t"\nversion = "1"', "The name 'No Name' is not made of"),
        ('name = "n"\ntitle = " "\nversion = "1"', "“title” is empty."),
        ('name = "n"\ntitle = "t"\nversion = "new"', "“version” is 'new', which is no version"),
        ('name = "n"\ntitle = "t"\nversion = "1"\ncompatible = "new"', "“compatible” is 'new', which is no range"),
        ('name = "n"\ntitle = "t"\nversion = "1"\ncompatible = ""', "“compatible” names no version"),
        ('name = "n"\ntitle = "t"\nversion = "1"\nparent = 7', "“parent” is not a text."),
    ],
)
def test_unreadable_or_faulty_file_is_told(write_theme, text, begins):
    folder = write_theme()
    (folder / "theme.toml").write_text(text)

    with pytest.raises(Faulty, match=begins):
        read_manifest(folder)
