"""What a step starts from: the district that is meant, and the file."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cms.tenancy.models import District
from disclosure_pages.responsibility.exceptions import NoFile, UnknownDistrict
from disclosure_pages.responsibility.models import AppliedTable
from disclosure_pages.responsibility.suggestions import nearest_names


def find_district(slug: str) -> District:
    """The district called ``slug``. Raises :class:`UnknownDistrict`, whose remedy names the nearest ones."""
    district = District.objects.filter(slug=slug).first()
    if district is not None:
        return district
    slugs = list(District.objects.values_list("slug", flat=True))
    nearest = nearest_names(slug, slugs) or sorted(slugs)[:10]
    raise UnknownDistrict(
        _("There is no district “%(slug)s”.") % {"slug": slug},
        _("Did you mean %(slugs)s?") % {"slugs": "、".join(nearest)}
        if nearest
        else _("Add the district to the register first."),
    )


def last_file(district: District) -> tuple[bytes, str]:
    """Content and name of the last applied table. Raises :class:`NoFile` when there is none."""
    last = AppliedTable.objects.latest_of(district)
    if last is None:
        raise NoFile(
            _("No table was ever applied to %(district)s.") % {"district": district.name},
            _("Name a file: CSV, XLSX or DOCX."),
        )
    return bytes(last.content), last.file_name
