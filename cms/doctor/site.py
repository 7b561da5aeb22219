"""Probes of the installation itself: translations, static files, the keeper of the gate."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.utils.translation import gettext as _

from cms.translation.catalogues import catalogue_files
from disclosure_pages.tree.gate import has_keeper

from .probe import Missing


def translations() -> str:
    """The Chinese catalogues are compiled."""
    files = catalogue_files(settings.LOCALE_PATHS)
    if not all(file.is_compiled() for file in files):
        raise Missing(
            _("The Chinese catalogues are not compiled."),
            _("Run: manage.py translations compile (as a user who may write there)"),
        )
    return _("compiled")


def static_files() -> str | None:
    """The static files were collected; only storages with a manifest need that."""
    manifest: str | None = getattr(staticfiles_storage, "manifest_name", None)
    if manifest is None:
        return None
    if not (Path(settings.STATIC_ROOT) / manifest).exists():
        raise Missing(_("The static files have not been collected."), _("Run: manage.py collectstatic --noinput"))
    return str(settings.STATIC_ROOT)


def keeper() -> str:
    """Something decides what may be public; without it nothing can be published."""
    if not has_keeper():
        raise Missing(
            _("No clearance is installed, so nothing can be published."),
            _("Put disclosure_pages.clearance back among the installed apps."),
        )
    return _("installed")
