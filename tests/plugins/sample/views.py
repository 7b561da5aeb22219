"""A public screen and one of the admin."""

from __future__ import annotations

from django.http import Http404

from plugins.api import AdminScreen, DisclosurePage, Role, public_screen

from .models import NoticePage


def notices(request, place):
    found = NoticePage.objects.public().filter(district=place.district_id).newest_first()
    return public_screen(
        request, place=place, title="便民公告", template="sample_plugin/notices.html", context={"notices": found}
    )


def notice(request, place, key):
    found = NoticePage.objects.public().filter(district=place.district_id, pk=key).first()
    if found is None:
        raise Http404
    return public_screen(
        request, place=place, title=found.title, template="sample_plugin/notices.html", context={"notices": [found]}
    )


class NoticesScreen(AdminScreen):
    """Notices of the person's districts."""

    template_name = "sample_plugin/admin.html"
    page_title = "便民公告清单"
    roles = frozenset({Role.EDITOR, Role.MODERATOR, Role.DISCLOSURE_OFFICE})

    def get_context_data(self, **kwargs):
        found = {"notices": NoticePage.objects.filter(district__in=self.districts), **kwargs}
        return super().get_context_data(**found)


class RelatedScreen(NoticesScreen):
    """Notices of the district of a page."""

    def get_context_data(self, **kwargs):
        page = DisclosurePage.objects.filter(pk=self.kwargs["key"], district__in=self.districts).first()
        if page is None:
            raise Http404
        return super().get_context_data(notices=NoticePage.objects.filter(district=page.district_id), **kwargs)
