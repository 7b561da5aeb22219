"""Whatever a plug-in does wrong is left out, told to the operator, and reaches no reader."""

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cms.people.enums import Role
from plugins.calling import Kind
from plugins.collecting import contributions
from plugins.domain.deliveries import deliver_due
from plugins.domain.jobs import run_due_jobs
from plugins.domain.switching import enable
from plugins.effects.commands.work import find_public_page
from plugins.effects.measuring import figures
from plugins.models import Incident
from plugins.registry import manager
from tests.factories.pages import make_published
from tests.factories.people import make_person


@pytest.fixture
def page(two):
    enable("hostile", district=two.here, user=None)
    return two.notice(two.here)


def incidents() -> dict[str, str]:
    return dict(Incident.objects.filter(plugin="hostile").values_list("hook", "kind"))


def test_public_page_stays_whole(page, visitor):
    for _turn in range(4):
        response = visitor.get(page.url)
        html = response.content.decode()
        assert (response.status_code, "<script>alert" in html, "停水公告" in html) == (200, False, True)
    assert html.count("&lt;script&gt;alert(1)&lt;/script&gt;") == 2
    assert incidents() == {
        "slot_parts.raises": Kind.RAISED,
        "slot_parts.sleeps": Kind.SLOW,
        "slot_parts.template": Kind.RAISED,
        "slot_parts.number": Kind.WRONG_TYPE,
        "slot_parts.late": Kind.RAISED,
    }


def test_slow_part_is_left_out_after_three_times(page, visitor):
    shown = ["迟到的文字" in visitor.get(page.url).content.decode() for _turn in range(4)]

    assert shown == [True, True, True, False]


def test_what_cannot_say_its_label_is_left_out():
    facets = {given.answer.name for given in contributions("search_facets") if given.plugin == "hostile"}
    formats = {given.answer.extension for given in contributions("export_formats") if given.plugin == "hostile"}

    assert (facets, formats) == ({"raises", "wrong", "nameless", "one_wrong"}, {"bad", "wrong"})


def test_late_registration_is_refused(page, visitor):
    visitor.get(page.url)

    assert not manager.has_plugin("late")


def test_desk_and_menu_stay_whole(two, page):
    client = Client()
    client.force_login(make_person(Role.DISCLOSURE_OFFICE, district=two.here))
    html = client.get("/admin/").content.decode()

    assert "不存在" not in html
    assert incidents() == {
        "desk_panels.raises": Kind.RAISED,
        "desk_panels.wrong": Kind.WRONG_TYPE,
        "menu_entries.nowhere": Kind.RAISED,
    }


def test_its_own_screen_fails_alone(two, page, visitor):
    visitor.raise_request_exception = False

    assert visitor.get(f"/{two.here.slug}/hostile/").status_code == 500
    assert visitor.get(f"/{two.there.slug}/hostile/").status_code == 404
    assert incidents() == {"hostile:home": Kind.RAISED}


def test_figures_jobs_and_channels_fail_alone(two, page):
    make_published("通知", section=page.get_parent().specific)
    today = timezone.localdate()

    assert {figure.plugin: figure.value for figure in figures(since=today, until=today)} == {
        "hostile": None,
        "sample": 1,
    }
    assert {ran.plugin: bool(ran.error) for ran in run_due_jobs()} == {"hostile": True, "sample": False}
    assert {one.plugin for one in deliver_due(find_public_page) if one.error} == {"hostile"}


def test_operator_sees_it(page, visitor, capsys):
    visitor.get(page.url)
    with pytest.raises(SystemExit):
        call_command("plugins", "doctor")
    told = capsys.readouterr().out
    client = Client()
    client.force_login(make_person(Role.OPERATOR))
    html = client.get(reverse("gongkai_plugins:plugin", args=["hostile"])).content.decode()

    for words in ("slot_parts.raises", "RuntimeError: hostile", "admin_addresses", "api_routers", "search_texts"):
        assert (words in told, words in html) == (True, True), words
