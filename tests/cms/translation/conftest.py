"""A small package with a catalogue."""

from pathlib import Path

import pytest

from cms.translation.catalogues import CatalogueFile, catalogue_files

HEADER = r"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=1; plural=0;\n"

"""


class Package:
    """A package whose code and catalogue a test writes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()

    @property
    def file(self) -> CatalogueFile:
        return catalogue_files([self.folder / "locale"])[0]

    def write_code(self, code: str) -> None:
        (self.folder / "code.py").write_text(code)

    def write_catalogue(self, entries: str) -> None:
        self.file.po.parent.mkdir(parents=True, exist_ok=True)
        self.file.po.write_text(HEADER + entries)


@pytest.fixture
def package(tmp_path) -> Package:
    return Package(tmp_path / "shop")


@pytest.fixture
def other_package(tmp_path) -> Package:
    return Package(tmp_path / "store")
