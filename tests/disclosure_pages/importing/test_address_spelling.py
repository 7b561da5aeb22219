"""Addresses of old portals in one spelling."""

import pytest

from disclosure_pages.importing.addresses import OldAddress, lines_of_file, parse_address

NO_ADDRESSES = ["", "  ", "not an address", "ftp://x.cn/a", "javascript:alert(1)", "art/12.html", "/" + "a" * 600]


@pytest.mark.parametrize(
    ("text", "host", "key"),
    [
        ("http://Old.Example.cn/art/12.html", "old.example.cn", "/art/12.html"),
        ("https://old.example.cn:443/art//12.html/", "old.example.cn", "/art/12.html"),
        ("http://old.example.cn:8080/a", "old.example.cn:8080", "/a"),
        ("old.example.cn/a?b=2&a=1#top", "old.example.cn", "/a?a=1&b=2"),
        ("/art/%E9%80%9A%E7%9F%A5.html", "", "/art/通知.html"),
        ("/", "", "/"),
        ("/a?x=%E4%B8%AD+1&y=", "", "/a?x=中 1"),
    ],
)
def test_spelling(text, host, key):
    assert parse_address(text) == OldAddress(host, key)


@pytest.mark.parametrize(
    "text", ["", "  ", "not an address", "ftp://x.cn/a", "javascript:alert(1)", "art/12.html", "/" + "a" * 600]
)
def test_what_is_no_address(text):
    assert parse_address(text) is None


def test_lines_of_a_file():
    assert lines_of_file('\ufeff/a\n"/b",关于放假\n\n/c\t2021\n'.encode()) == ["/a", "/b", "", "/c"]
