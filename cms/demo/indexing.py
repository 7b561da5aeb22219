"""Index the sample content once at its end instead of at every step of its life."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.core.management import call_command
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.interpretations.models import Interpretation
from disclosure_pages.media.models import DisclosureDocument, DisclosureImage
from disclosure_pages.pages import models as pages

INDEXED = (
    pages.Article,
    pages.EnterpriseProfile,
    pages.GuidePage,
    pages.InstitutionProfile,
    pages.MeetingPage,
    pages.SystemPage,
    PolicyDocument,
    Interpretation,
    DisclosureDocument,
    DisclosureImage,
)


@contextmanager
def index_later() -> Iterator[None]:
    """Leave Wagtail's indexes of search and of references alone within the block."""
    usual = settings.WAGTAILSEARCH_BACKENDS
    settings.WAGTAILSEARCH_BACKENDS = {name: {**backend, "AUTO_UPDATE": False} for name, backend in usual.items()}
    try:
        with disable_reference_index_auto_update():
            yield
    finally:
        settings.WAGTAILSEARCH_BACKENDS = usual


def index_now() -> None:
    """Bring both indexes up to date with everything that is there."""
    for model in INDEXED:
        for instance in model._default_manager.all():
            ReferenceIndex.create_or_update_for_object(instance)
    call_command("update_index", verbosity=0)
