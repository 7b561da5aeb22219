"""Files of this machine."""

from __future__ import annotations

from pathlib import Path

from django.utils.translation import gettext as _

from cms.tenancy.models import District
from disclosure_pages.importing.exceptions import ImportRefused
from disclosure_pages.responsibility.domain.sources import find_district
from disclosure_pages.responsibility.exceptions import ResponsibilityError


def read_path(path: Path) -> bytes:
    """Bytes of a file. Raises :class:`ImportRefused` with the reason."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise ImportRefused(
            _("The file %(file)s cannot be read: %(reason)s.") % {"file": path, "reason": error.strerror},
            _("Check the path and the permissions."),
        ) from error


def district_named(slug: str) -> District:
    """The district called ``slug``. Raises :class:`ImportRefused`, whose remedy names the nearest ones."""
    try:
        return find_district(slug)
    except ResponsibilityError as error:
        raise ImportRefused(str(error), error.remedy) from error
