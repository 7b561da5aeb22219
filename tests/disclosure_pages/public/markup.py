"""What tests ask of a page's markup."""

from __future__ import annotations

from typing import Any

import html5lib
from bs4 import BeautifulSoup
from django.http import HttpResponse


def soup_of(response: HttpResponse) -> BeautifulSoup:
    return BeautifulSoup(response.content.decode(), "html.parser")


def meta_tags(response: HttpResponse) -> dict[str, str]:
    """Name and content of every meta tag."""
    return {tag["name"]: tag["content"] for tag in soup_of(response).select("meta[name]")}


def listed_titles(response: HttpResponse) -> list[str]:
    """Titles of the rows of every listing on the page, in order."""
    return [link.text for link in soup_of(response).select(".rows__title")]


def markup_errors(response: HttpResponse) -> list[Any]:
    """Errors that a strict HTML parser finds."""
    parser = html5lib.HTMLParser()
    parser.parse(response.content.decode())
    return [(position, code, values) for position, code, values in parser.errors]
