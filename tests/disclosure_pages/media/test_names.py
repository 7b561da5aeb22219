"""Names of files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_pages.media.names import extension_of, safe_file_name, storage_name


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("关于2026年预算的公告.pdf", "关于2026年预算的公告.pdf"),
        ("  附件 1  （终稿）.DOCX ", "附件 1 （终稿）.docx"),
        ("C:\\公文\\附件.pdf", "附件.pdf"),
        ("../../etc/passwd", "passwd"),
        ("附件\u202efdp.exe", "附件fdp.exe"),
        ('a"b:c?.txt', "a_b_c_.txt"),
        (".htaccess", "htaccess"),
        ("...", "file"),
        ("", "file"),
        ("长" * 300 + ".pdf", "长" * 120 + ".pdf"),
    ],
)
def test_name_is_made_safe(given_name: str, kept: str) -> None:
    assert safe_file_name(given_name) == kept


@given(st.text(max_size=400))
def test_any_name_ends_as_one_short_visible_name(name: str) -> None:
    safe = safe_file_name(name)
    assert 0 < len(safe) <= 131
    assert not set(safe) & set('/\\:*?"<>|\r\n\0')
    assert not safe.startswith(".")
    assert safe_file_name(safe) == safe


def test_stored_name_says_nothing() -> None:
    stored = storage_name("documents", "关于某人的处理决定.pdf")
    assert stored.startswith("documents/")
    assert stored.endswith(".pdf")
    assert stored.isascii()
    assert extension_of(storage_name("documents", "a.公文")) == ""
