"""Our translations of the host's strings: each still has a use."""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.conf import settings

from cms.translation.catalogues import catalogue_files

HOSTS = ("wagtail", "wagtail_modeladmin")


def _strings_of_hosts(domain: str) -> Iterator[str]:
    for name in HOSTS:
        spec = find_spec(name)
        assert spec is not None
        assert spec.origin is not None
        for path in Path(spec.origin).parent.glob(f"**/locale/en/LC_MESSAGES/{domain}.po"):
            with path.open("rb") as file:
                yield from (_singular(message) for message in read_po(file))


def _singular(message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_host_catalogue_holds_strings_of_the_host_only(domain):
    file = next(
        file for file in catalogue_files(settings.LOCALE_PATHS) if (file.package.name, file.domain) == ("host", domain)
    )

    assert {_singular(message) for message in file.read()} - set(_strings_of_hosts(domain)) == set()
