from __future__ import annotations

import re
from pathlib import Path

import disclosure_pages.responsibility

FOLDER = Path(disclosure_pages.responsibility.__file__).parent
CODE = re.compile(r'(?:code=|UnreadableFile\(\s*|^\s+|else |\(|= )"([a-z]+(?:-[a-z]+)+)"', re.MULTILINE)
NOT_A_CODE = {"last-child"}


def test_every_code_is_documented() -> None:
    sources = [path for path in FOLDER.rglob("*.py") if "migrations" not in path.parts]
    codes = {code for path in sources for code in CODE.findall(path.read_text())} - NOT_A_CODE
    readme = (FOLDER / "README.md").read_text()

    assert len(codes) > 50
    assert sorted(code for code in codes if f"`{code}`" not in readme) == []
