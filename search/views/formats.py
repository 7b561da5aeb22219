"""In which formats lists can be had, for machines: those of every installation and those that plug-ins add."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Field, Query, Router, Schema

from cms.tenancy.models import District
from disclosure_pages.api.public.addresses import page_address
from disclosure_pages.api.public.errors import BadParameter
from disclosure_pages.api.public.schemas import ProblemSchema
from disclosure_pages.library.lists.tables import XLSX
from plugins.formats import export_formats

router = Router(tags=["districts"])
OWN = (("xlsx", "XLSX", XLSX), ("csv", "CSV", "text/csv"))


class FormatQuery(Schema):
    """Of which district the lists are."""

    district: str = Field(max_length=60, description="Slug of a district.")


class FormatSchema(Schema):
    """A format, and where lists are given in it; both addresses take the parameters of their screens."""

    extension: str
    label: str
    content_type: str
    library_url: str = Field(description="The library of policy documents.")
    search_url: str = Field(description="What a search found; it has to ask for something.")


@router.get(
    "/formats",
    response={200: list[FormatSchema], 422: ProblemSchema},
    url_name="formats",
    summary="Formats in which lists of a district can be had as files",
)
def list_formats(request: HttpRequest, asked: Query[FormatQuery]) -> list[dict[str, Any]]:
    """Which there are depends on the plug-ins of the district."""
    district = District.objects.filter(slug=asked.district, root_page__live=True).select_related("root_page").first()
    if district is None or district.root_page is None:
        raise BadParameter("district", _("Nothing goes by this value."))
    home = page_address(request, district.root_page.url_path)
    added = [
        (given.answer.extension, str(given.answer.label), given.answer.content_type)
        for given in export_formats(district.pk, request=request)
    ]
    return [
        {
            "extension": extension,
            "label": label,
            "content_type": content_type,
            "library_url": f"{home}library/list.{extension}",
            "search_url": f"{home}search/hits.{extension}",
        }
        for extension, label, content_type in (*OWN, *added)
    ]
