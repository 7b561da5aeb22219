"""Elements from the province's platform: what is wrong is not taken, what is individual is not overwritten."""

import json

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from cms.people.enums import Role
from plugins.contrib.item_catalogue.domain.adopting import fix_common_elements
from plugins.contrib.item_catalogue.domain.importing import import_catalogue
from plugins.contrib.item_catalogue.enums import Column
from plugins.contrib.item_catalogue.exceptions import ItemsRefused
from plugins.contrib.item_catalogue.models import Catalogue, ElementSource, Item, PlatformCopy
from plugins.contrib.item_catalogue.platform import fetching, transport
from plugins.contrib.item_catalogue.platform.fetching import fetch_elements
from plugins.contrib.item_catalogue.platform.taking import plan_elements, take_elements
from plugins.contrib.item_catalogue.platform.transport import PlatformRefused
from plugins.domain.switching import enable
from tests.factories.people import make_person

from .platform_server import KEY, element, platform_server
from .rows import make_entry, make_sheet


@pytest.fixture
def platform(settings, monkeypatch):
    with platform_server() as server:
        settings.ITEM_PLATFORM_URL, settings.ITEM_PLATFORM_KEY = server.url, KEY
        monkeypatch.setattr(transport, "PAUSE", 0)
        server.pages = [[element(content="平台要素", limit="及时公开", body="市样例局")]]
        yield server


@pytest.fixture
def catalogue(city, field):
    """The city's draft: content is common, the time limit is blank, the body is individual."""
    sheet = make_sheet(make_entry("养老机构名录", content="旧要素", limit=""))
    draft = import_catalogue(field=field, owner=city, sheet=sheet).catalogue
    identity = draft.items.get().identity
    fix_common_elements(catalogue=draft, elements={identity: [Column.CONTENT]})
    return draft


def plan(field, owner):
    return plan_elements(copy=PlatformCopy.objects.get(field=field), owner=owner)


def take(field, owner, user=None):
    copy = PlatformCopy.objects.get(field=field)
    return take_elements(copy=copy, owner=owner, seen=plan(field, owner).digest, user=user)


def values(owner):
    found = Item.objects.filter(catalogue__in=Catalogue.objects.of(owner)).values_list("content", "limit", "body")
    return list(found)


def test_common_and_blank_elements_are_taken_and_individual_ones_stay(platform, catalogue, field, city):
    fetch_elements(field=field)
    assert values(city) == [("旧要素", "", "区样例局")]

    found = take(field, city)
    assert values(city) == [("平台要素", "及时公开", "区样例局")]
    assert [change.columns for change in found.changes] == [(Column.CONTENT, Column.LIMIT)]
    assert [change.columns for change in found.kept] == [(Column.BODY,)]


def test_district_keeps_everything_that_it_has(platform, district, field):
    import_catalogue(field=field, owner=district, sheet=make_sheet(make_entry("养老机构名录", limit="")))
    fetch_elements(field=field)

    take(field, district)
    assert values(district) == [("要素", "及时公开", "区样例局")]


def test_every_value_taken_says_where_it_came_from(platform, catalogue, field, city):
    auditor = make_person(Role.CITY_AUDITOR, city=city)
    fetch_elements(field=field)
    take(field, city, user=auditor)

    found = ElementSource.objects.values_list("column", "value", "version", "code", "taken_by", "city")
    assert list(found) == [
        ("content", "平台要素", "v1", "P-养老机构名录", auditor.pk, city.pk),
        ("limit", "及时公开", "v1", "P-养老机构名录", auditor.pk, city.pk),
    ]


def test_choices_are_ticked_as_the_platform_says(platform, catalogue, field, city):
    fix_common_elements(catalogue=catalogue, elements={catalogue.items.get().identity: [Column.METHOD]})
    platform.pages = [[element(method=["依申请"])]]
    fetch_elements(field=field)
    take(field, city)

    ticked = catalogue.items.get().choices.filter(kind="method").values_list("label", "is_chosen")
    assert list(ticked) == [("主动", False), ("依申请", True)]


def test_item_that_the_catalogue_lacks_is_named_and_not_added(platform, catalogue, field, city):
    platform.pages[0].append(element("平台独有", content="要素"))
    fetch_elements(field=field)

    assert take(field, city).unknown == ("平台独有",)
    assert Item.objects.filter(second="平台独有").count() == 0


def test_what_was_not_seen_is_not_taken(platform, catalogue, field, city):
    fetch_elements(field=field)
    seen = plan(field, city).digest
    platform.pages, platform.version, platform.etag = [[element(content="更新的要素")]], "v2", '"v2"'
    fetch_elements(field=field)

    with pytest.raises(ItemsRefused):
        take_elements(copy=PlatformCopy.objects.get(), owner=city, seen=seen)
    assert values(city) == [("旧要素", "", "区样例局")]


def test_pages_are_read_to_the_end(platform, field):
    platform.pages = [[element(f"事项{number}", content="要素")] for number in range(3)]
    fetch_elements(field=field)

    assert [item["second"] for item in PlatformCopy.objects.get().items] == ["事项0", "事项1", "事项2"]


def test_unchanged_platform_sends_nothing(platform, field):
    fetch_elements(field=field)
    again = fetch_elements(field=field)

    assert (again.is_changed, platform.asked[-1]) == (False, {"field": "elderly-care", "since": "after-v1"})


def test_changes_since_are_laid_over_what_is_kept(platform, field):
    platform.pages = [[element("甲", content="一"), element("乙", content="一")]]
    fetch_elements(field=field)
    gone = {**element("乙"), "gone": True}
    platform.pages, platform.version, platform.etag = [[element("甲", content="二"), gone]], "v2", '"v2"'
    platform.is_whole = False
    fetch_elements(field=field)

    assert [(one["second"], one["elements"]) for one in PlatformCopy.objects.get().items] == [("甲", {"content": "二"})]


def test_failure_is_asked_again(platform, field):
    platform.failures = [500, 503]

    assert fetch_elements(field=field).is_changed
    assert len(platform.asked) == 3


def wrong(**elements):
    return lambda platform: setattr(platform, "pages", [[element(**elements)]])


def said(name, value):
    return lambda platform: setattr(platform, name, value)


@pytest.mark.parametrize(
    ("lie", "told"),
    [
        (said("key", "another key"), "密钥"),
        (said("clock", 3600), "时钟"),
        (said("clock", -3600), "时钟"),
        (said("cut", 5), "稍后"),
        (said("body", b'{"schema": 1, "items": ['), "JSON"),
        (said("body", b"[]"), "answer"),
        (said("body", b'{"schema": 2}'), "schema"),
        (said("failures", [500, 500, 500]), "稍后"),
        (said("failures", [403]), "403"),
        (said("failures", [302]), "302"),
        (said("body", b" " * (transport.LARGEST + 1)), "4 MB"),
        (wrong(content=7), r"items\[0\].elements.content"),
        (wrong(content="长" * 10_001), r"items\[0\].elements.content"),
        (wrong(method="主动"), r"items\[0\].elements.method"),
        (wrong(method=["\u200b"]), r"items\[0\].elements.method"),
        (wrong(number="1"), r"items\[0\].elements.number"),
        (said("pages", [["no item"]]), r"items\[0\]"),
        (said("pages", [[{"code": "P", "elements": {}}]]), r"items\[0\].second"),
    ],
)
def test_what_is_wrong_is_not_kept(platform, catalogue, field, city, lie, told):
    lie(platform)
    with pytest.raises(PlatformRefused, match=told):
        fetch_elements(field=field)

    assert (PlatformCopy.objects.count(), values(city)) == (0, [("旧要素", "", "区样例局")])


@pytest.mark.parametrize(("limit", "value", "told"), [("MOST_SECONDS", 0, "时间过长"), ("MOST_BYTES", 1, "MB")])
def test_pages_have_one_limit_together(platform, field, monkeypatch, limit, value, told):
    monkeypatch.setattr(fetching, limit, value)
    platform.pages = [[element("甲")], [element("乙")]]
    with pytest.raises(PlatformRefused, match=told):
        fetch_elements(field=field)

    assert PlatformCopy.objects.count() == 0


def test_copy_that_cannot_be_read_is_told_and_fetched_again(platform, catalogue, field, city, district):
    enable("item-catalogue", district=district, user=None)
    fetch_elements(field=field)
    PlatformCopy.objects.update(items=[{**element(method=[""])}])
    client = Client()
    client.force_login(make_person(Role.CITY_AUDITOR, city=city))
    url = reverse("item-catalogue-admin:platform") + f"?owner=city:{city.pk}&field=elderly-care"
    assert "items[0].elements.method" in client.get(url).content.decode()

    client.post(url, {"act": "fetch"})
    assert "平台要素" in client.get(url).content.decode()


def test_platform_that_changes_while_it_is_read_is_not_kept(platform, field):
    platform.pages, platform.versions_of_pages = [[element("甲")], [element("乙")]], ["v1", "v2"]
    with pytest.raises(PlatformRefused, match="重新获取"):
        fetch_elements(field=field)

    assert PlatformCopy.objects.count() == 0


def test_wrong_answer_leaves_what_was_kept(platform, field):
    fetch_elements(field=field)
    platform.etag, platform.key = '"v2"', "another key"
    with pytest.raises(PlatformRefused):
        fetch_elements(field=field)

    assert PlatformCopy.objects.get().version == "v1"


def test_address_that_is_not_safe_is_not_asked(platform, field, settings):
    settings.ITEM_PLATFORM_URL = "http://platform.example.org/"
    with pytest.raises(PlatformRefused, match="https://"):
        fetch_elements(field=field)

    settings.ITEM_PLATFORM_URL = ""
    with pytest.raises(PlatformRefused, match="ITEM_PLATFORM_URL"):
        fetch_elements(field=field)


def test_command_tells_and_takes(platform, catalogue, city, capsys):
    call_command("items", "fetch", "--field", "elderly-care", "--city")
    assert "养老机构名录" in capsys.readouterr().out
    assert values(city)[0][0] == "旧要素"

    call_command("items", "fetch", "--field", "elderly-care", "--city", "--take", "--json")
    told = json.loads(capsys.readouterr().out)
    assert (told["is_taken"], told["changed"]) == (True, {"养老机构名录": ["content", "limit"]})
    platform.failures = [403]
    with pytest.raises(CommandError, match="403"):
        call_command("items", "fetch", "--field", "elderly-care", "--city")


def test_screen_shows_before_it_takes(platform, catalogue, city, district):
    enable("item-catalogue", district=district, user=None)
    client = Client()
    client.force_login(make_person(Role.CITY_AUDITOR, city=city))
    url = reverse("item-catalogue-admin:platform") + f"?owner=city:{city.pk}&field=elderly-care"
    client.post(url, {"act": "fetch"})
    html = client.get(url).content.decode()
    assert [text for text in ("旧要素", "平台要素", "区样例局") if text not in html] == []

    client.post(url, {"act": "take", "seen": client.get(url).context["plan"].digest})
    assert values(city) == [("平台要素", "及时公开", "区样例局")]
    assert "P-养老机构名录" in client.get(url).content.decode()


def test_screen_is_for_those_who_look_after_the_catalogue(platform, catalogue, city, district):
    enable("item-catalogue", district=district, user=None)
    client = Client()
    client.force_login(make_person(Role.DISCLOSURE_OFFICE, district=district))
    url = reverse("item-catalogue-admin:platform") + f"?owner=city:{city.pk}&field=elderly-care"
    client.post(url, {"act": "fetch"})

    assert (PlatformCopy.objects.count(), platform.asked) == (0, [])
