"""What is wrong with the settings of the cluster, as far as they tell by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from urllib.parse import SplitResult, urlsplit

from django.utils.translation import gettext as _

#: What an alias may be called; the rest of the name of an index is ours.
_ALIAS: Final = re.compile(r"[a-z0-9][a-z0-9_.-]{0,99}")
_LOCAL: Final = frozenset({"localhost", "127.0.0.1", "::1"})


def settings_faults(given: dict[str, Any]) -> Iterator[str]:
    """A sentence for each fault, with the name of the variable."""
    if not given["urls"]:
        yield _("The search engine is elasticsearch, but ELASTICSEARCH_URLS is empty.")
    for url in given["urls"]:
        if not _is_address(url):
            yield _("ELASTICSEARCH_URLS: %(url)s is not an address such as https://search.example:9200.") % {"url": url}
    if given["api_key"] and given["user"]:
        yield _("ELASTICSEARCH_API_KEY and ELASTICSEARCH_USER are both set; the cluster takes one way to sign in.")
    if bool(given["user"]) != bool(given["password"]):
        yield _("ELASTICSEARCH_USER and ELASTICSEARCH_PASSWORD belong together; one of them is missing.")
    if given["ca_file"] and not Path(given["ca_file"]).is_file():
        yield _("ELASTICSEARCH_CA_FILE: there is no file %(file)s.") % {"file": given["ca_file"]}
    if not _ALIAS.fullmatch(given["index"]):
        yield _("ELASTICSEARCH_INDEX may hold small letters, digits and . _ - and begins with a letter or digit.")
    yield from _faulty_numbers(given)


def tells_secrets(given: dict[str, Any]) -> bool:
    """Whether the key or password goes unencrypted to another machine."""
    urls = [urlsplit(url) for url in given["urls"] if _is_address(url)]
    has_secret = bool(given["api_key"] or given["password"])
    return has_secret and any(url.scheme == "http" and url.hostname not in _LOCAL for url in urls)


def _is_address(url: str) -> bool:
    """The client wants a port: it knows none of its own."""
    try:
        parts: SplitResult = urlsplit(url)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port is not None
    except ValueError:
        return False


def _faulty_numbers(given: dict[str, Any]) -> Iterator[str]:
    least = {"timeout": 0.1, "retries": 0, "shards": 1, "replicas": 0}
    for name, number in least.items():
        if given[name] < number:
            variable = f"ELASTICSEARCH_{name.upper()}"
            yield _("%(variable)s must be at least %(least)s.") % {"variable": variable, "least": number}
