"""Kinds of pages that a plug-in brings, where it is off or gone."""

from dataclasses import replace

import pytest
from django.contrib.contenttypes.models import ContentType
from django.test import Client

from cms.people.enums import Role
from disclosure_pages.tree.models import DisclosurePage
from plugins.discovery import Discovery
from plugins.domain.switching import enable
from plugins.effects.availability import kinds_of_plugins
from plugins.footprints import note_footprints
from plugins.manifest import WhenOff
from plugins.models import Footprint
from search.models import OutboxEvent
from tests.factories.people import make_editor, make_person
from tests.plugins.sample.models import NoticePage


@pytest.fixture
def hidden_when_off(settings):
    found = settings.PLUGINS
    installed = tuple(replace(one, manifest=replace(one.manifest, when_off=WhenOff.HIDDEN)) for one in found.installed)
    settings.PLUGINS = Discovery(installed, ())
    kinds_of_plugins.cache_clear()
    yield
    kinds_of_plugins.cache_clear()


def test_kind_is_written_where_the_plug_in_is_on(two):
    sections = [two.notice(place).get_parent() for place in (two.here, two.there)]

    assert [NoticePage.can_create_at(section) for section in sections] == [True, False]


@pytest.mark.usefixtures("hidden_when_off")
def test_hidden_page_is_absent_for_readers(two, visitor):
    hidden = two.notice(two.there)

    assert [visitor.get(two.notice(place).url).status_code for place in (two.here, two.there)] == [200, 404]
    assert list(DisclosurePage.objects.public().values_list("pk", flat=True)) == [two.notice(two.here).pk]
    assert hidden.title not in visitor.get(hidden.column.url).content.decode()
    assert visitor.get(f"/api/public/v1/contents/{hidden.pk}").status_code == 404


@pytest.mark.usefixtures("hidden_when_off")
def test_hidden_page_returns_with_the_plug_in(two, visitor):
    enable("sample", district=two.there, user=None)

    assert visitor.get(two.notice(two.there).url).status_code == 200


def test_switch_tells_the_search(two):
    OutboxEvent.objects.all().delete()
    enable("sample", district=two.there, user=None)

    assert list(OutboxEvent.objects.values_list("kind", "keys")) == [("district", [two.there.pk])]


def test_editor_sees_why_readers_see_less(two):
    client = Client()
    for place, says in ((two.here, False), (two.there, True)):
        client.force_login(make_editor(two.notice(place).unit))
        html = client.get(f"/admin/pages/{two.notice(place).pk}/edit/").content.decode()
        assert ("该类页面所属的插件" in html) == says


def test_page_of_a_kind_that_is_gone_answers_a_stub(two, visitor):
    notice = two.notice(two.here)
    gone = ContentType.objects.create(app_label="gone_plugin", model="gonepage")
    DisclosurePage.objects.filter(pk=notice.pk).update(content_type=gone)
    response = visitor.get(notice.url)

    assert response.status_code == 200
    assert ("停水公告" in response.content.decode(), "周六停水" in response.content.decode()) == (True, False)


def test_gone_kind_leaves_the_admin_whole(two):
    notice = two.notice(two.here)
    gone = ContentType.objects.create(app_label="gone_plugin", model="gonepage")
    DisclosurePage.objects.filter(pk=notice.pk).update(content_type=gone)
    client = Client()
    client.force_login(make_editor(notice.unit))

    for path in ("/admin/", f"/admin/pages/{notice.get_parent().pk}/", "/admin/contents/"):
        response = client.get(path)
        assert response.status_code in (200, 404), path
    assert client.get(f"/admin/pages/{notice.pk}/edit/").status_code in (200, 302)


def test_content_of_a_kind_that_is_gone_can_be_withdrawn(two, visitor):
    notice = two.notice(two.here)
    gone = ContentType.objects.create(app_label="gone_plugin", model="gonepage")
    DisclosurePage.objects.filter(pk=notice.pk).update(content_type=gone)
    client = Client()
    client.force_login(make_person(Role.DISCLOSURE_OFFICE, district=two.here))
    urls = {act: f"/admin/contents/{notice.pk}/{act}/" for act in ("withdraw", "move", "delete", "force")}

    assert {act: client.get(url).status_code for act, url in urls.items()} == {
        "withdraw": 200,
        "move": 404,
        "delete": 404,
        "force": 404,
    }
    client.post(urls["withdraw"], {"reason": "内容有误", "confirm": "on"})
    assert (visitor.get(notice.url).status_code, DisclosurePage.objects.get(pk=notice.pk).live) == (410, False)


def test_footprint_is_noted(two):
    note_footprints()
    row = Footprint.objects.get(plugin="sample")
    assert (row.label, row.tables) == ("sample_plugin", ["sample_plugin_noticepage", "sample_plugin_point"])
