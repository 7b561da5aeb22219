"""Every address of the URL map, asked by people of every role: whoever may not see something is told it is not there.

By default a few people ask; with ``--engines=all`` everybody does.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import override_settings

from tests.search.public.installed import embedded_engine

from .cases_and_reports import SEEN_OF, asked_kinds, kind_of, with_kind
from .classification import ROUTES, Access
from .requests_of import METHODS, ask, is_sent_to_sign_in, told_by
from .url_map import Address, walk
from .world import PLACES, SEEN, Actor, Place, make_actors, make_places

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shared_database", "search_index")]

FEW = ("anonymous", "editor", "office", "security")
#: Who handles cases or reports, and some of those who do not.
FEW_HANDLERS = ("anonymous", "editor", "request officer", "office", "auditor", "system")


@pytest.fixture(scope="module")
def places(shared_database: None) -> dict[str, Place]:
    return make_places()


@pytest.fixture(scope="module")
def search_index(places: dict[str, Place], tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The public search has something to answer from; without an index it rests, which is an answer of 503."""
    with override_settings(), embedded_engine(settings, tmp_path_factory.mktemp("search")):
        yield


@pytest.fixture(scope="module")
def everybody(places: dict[str, Place], plain_screens: None) -> dict[str, Actor]:
    return make_actors(places["own"].section)


@pytest.fixture(scope="module")
def actors(everybody: dict[str, Actor], request: pytest.FixtureRequest) -> dict[str, Actor]:
    return some_of(everybody, FEW, request)


@pytest.fixture(scope="module")
def handlers(everybody: dict[str, Actor], request: pytest.FixtureRequest) -> dict[str, Actor]:
    return some_of(everybody, FEW_HANDLERS, request)


def some_of(everybody: dict[str, Actor], few: tuple[str, ...], request: pytest.FixtureRequest) -> dict[str, Actor]:
    is_whole = request.config.getoption("--engines") == "all"
    return everybody if is_whole else {name: everybody[name] for name in few}


def addresses(*access: Access, with_objects: bool | None = None) -> list[Address]:
    """Addresses with this access, each pattern once."""
    chosen = {}
    for address in walk():
        route = ROUTES[address.name]
        if route.access in access and with_objects in {None, bool(set(route.objects) & set(address.arguments))}:
            chosen[address.name, address.arguments] = address
    return list(chosen.values())


def named(address: Address) -> str:
    return address.name


class Wrong(list[str]):
    """Answers that are not as they should be, all of them."""

    def note(self, is_right: bool, *what: Any) -> None:
        if not is_right:
            self.append(" ".join(map(str, what)))


def asked(actors: dict[str, Actor], address: Address, place: Place | None) -> Iterator[tuple[str, str, Any]]:
    for name, actor in actors.items():
        for method in METHODS:
            yield name, method, ask(actor, address, place, method)


CASES_AND_REPORTS = [address for address in addresses(Access.OBJECT) if kind_of(address)]
CONTENT = [address for address in addresses(Access.OBJECT, Access.TOKEN_OBJECT) if not kind_of(address)]


@pytest.mark.parametrize("address", CONTENT, ids=named)
def test_what_one_may_not_see_looks_absent(
    address: Address, actors: dict[str, Actor], places: dict[str, Place], record_property: Any
) -> None:
    wrong = Wrong()
    absent = {(name, method): told_by(response) for name, method, response in asked(actors, address, None)}
    record_property("cases", len(absent) * len(PLACES))
    for place in PLACES:
        for name, method, response in asked(actors, address, places[place]):
            told = told_by(response)
            wrong.note(response.status_code < 500, place, name, method, told)
            if place not in SEEN[name] or "upload" in ROUTES[address.name].objects.values():
                wrong.note(told == absent[name, method], place, name, method, told, "not", absent[name, method])
    assert not wrong


@pytest.mark.parametrize("address", CASES_AND_REPORTS, ids=named)
def test_cases_and_reports_are_seen_by_those_who_handle_them_and_absent_for_all_others(
    address: Address, handlers: dict[str, Actor], places: dict[str, Place], record_property: Any
) -> None:
    wrong, absent = Wrong(), {}
    for name, method, response in asked(handlers, address, None):
        absent[name, method] = told_by(response)
    record_property("cases", len(absent) * len(PLACES) * len(list(asked_kinds(address))))
    for kind in asked_kinds(address):
        for place in PLACES:
            told: dict[str, set[str]] = {name: set() for name in handlers}
            for name, method, response in asked(handlers, address, with_kind(places[place], address, kind)):
                wrong.note(response.status_code < 500, kind, place, name, method, told_by(response))
                told[name] |= {method} if told_by(response) != absent[name, method] else set()
            for name, differs in told.items():
                wrong.note(bool(differs) == (place in SEEN_OF[kind].get(name, ())), kind, place, name, differs)
    assert not wrong


REGISTERS = addresses(Access.ROLE, Access.DISTRICT, with_objects=True)


@pytest.mark.parametrize("address", REGISTERS, ids=named)
def test_object_of_a_register_is_shown_or_looks_absent(
    address: Address, actors: dict[str, Actor], places: dict[str, Place]
) -> None:
    wrong = Wrong()
    absent = {name: told_by(ask(actor, address, None, "GET")) for name, actor in actors.items()}
    for place in PLACES:
        for name, actor in actors.items():
            told = told_by(ask(actor, address, places[place], "GET"))
            wrong.note(told[0] < 500, place, name, told)
            # Whoever is told something else has to be shown the object on one of its screens.
            is_right = told == absent[name] or is_shown_one_of(siblings(address), actor, places[place])
            wrong.note(is_right, place, name, told, "not", absent[name])
    assert not wrong


def siblings(address: Address) -> list[Address]:
    """Addresses of the same screens that name the same kind of object."""
    objects = ROUTES[address.name].objects
    space = address.name.rpartition(":")[0]
    return [item for item in REGISTERS if ROUTES[item.name].objects == objects and item.name.startswith(space)]


def is_shown_one_of(screens: list[Address], actor: Actor, place: Place) -> bool:
    return any(ask(actor, screen, place, "GET").status_code == 200 for screen in screens)


@pytest.mark.parametrize("address", addresses(Access.NOBODY, Access.TOKEN_NOBODY), ids=named)
def test_screen_of_nobody_shows_nothing(address: Address, actors: dict[str, Actor], places: dict[str, Place]) -> None:
    wrong = Wrong()
    for name, method, response in asked(actors, address, places["own"]):
        told = told_by(response)
        wrong.note(told[0] in {302, 401, 403, 404, 405, 422}, name, method, told)
        if ROUTES[address.name].objects:
            absent = told_by(ask(actors[name], address, None, method))
            wrong.note(told == absent, name, method, told, "not", absent)
    assert not wrong


@pytest.mark.parametrize(
    "address", addresses(Access.ADMIN, Access.OBJECT, Access.ROLE, Access.DISTRICT, Access.NOBODY), ids=named
)
def test_admin_is_closed_to_people_without_a_role(
    address: Address, actors: dict[str, Actor], places: dict[str, Place]
) -> None:
    wrong = Wrong()
    for name in {"anonymous", "outsider"} & set(actors):
        for method in METHODS:
            response = ask(actors[name], address, places["own"], method)
            wrong.note(is_sent_to_sign_in(response) or response.status_code in {403, 404, 405}, name, method)
    assert not wrong


@pytest.mark.parametrize("address", addresses(Access.TOKEN, Access.TOKEN_OBJECT, Access.TOKEN_NOBODY), ids=named)
def test_token_is_asked_for(address: Address, actors: dict[str, Actor], places: dict[str, Place]) -> None:
    editor = Actor(None, actors["editor"].client)
    for method in METHODS:
        assert ask(editor, address, places["own"], method).status_code in {401, 405}


@pytest.mark.parametrize(
    "address", addresses(Access.ADMIN, Access.ROLE, Access.PUBLIC, Access.SIGN_IN, Access.TOKEN), ids=named
)
def test_no_screen_fails(address: Address, actors: dict[str, Actor], places: dict[str, Place]) -> None:
    if address.name == "wagtailadmin_error_test":
        pytest.skip("Wagtail's page that fails on purpose")
    wrong = Wrong()
    for name, method, response in asked(actors, address, places["own"]):
        wrong.note(response.status_code < 500, name, method, told_by(response))
    assert not wrong
