import time
import types

import pytest

from plugins import calling
from plugins.calling import Given, Kind, Trouble, WrongAnswer, call, end_all_pauses
from plugins.hookspecs import hookimpl
from plugins.registry import manager


@pytest.fixture
def troubles(monkeypatch):
    told: list[Trouble] = []
    monkeypatch.setattr(calling, "_listeners", [told.append])
    end_all_pauses()
    yield told
    end_all_pauses()


@pytest.fixture
def plug_in():
    names = []

    def make(name, answer):
        module = types.ModuleType(name)

        @hookimpl
        def publication_gate(request):
            return answer(request) if callable(answer) else answer

        module.publication_gate = publication_gate
        manager.register(module, name=name)
        names.append(name)

    yield make
    for name in names:
        manager.unregister(name=name)


def as_list(raw):
    if not isinstance(raw, list):
        raise WrongAnswer(f"a list is asked for, not {type(raw).__name__}")
    return raw


def ask(*active, **options):
    return list(call("publication_gate", active=active, check=as_list, request=None, **options))


def fail(request):
    raise ValueError("no")


def test_active_plug_ins_answer_in_the_order_of_their_names(plug_in, troubles):
    for name in ("b", "a", "c"):
        plug_in(name, [name])

    assert ask("a", "b") == [Given("a", ["a"]), Given("b", ["b"])]
    assert troubles == []


def test_nothing_is_an_answer_of_its_own(plug_in, troubles):
    plug_in("a", None)

    assert (ask("a"), troubles) == ([], [])


@pytest.mark.parametrize(
    ("answer", "trouble"),
    [
        (fail, Trouble("a", "publication_gate", Kind.RAISED, "ValueError: no")),
        ("text", Trouble("a", "publication_gate", Kind.WRONG_TYPE, "a list is asked for, not str")),
    ],
)
def test_one_that_does_wrong_is_told_and_stops_no_other(plug_in, troubles, answer, trouble):
    plug_in("a", answer)
    plug_in("b", ["b"])

    assert ask("a", "b") == [Given("b", ["b"])]
    assert troubles == [trouble]


def test_slow_one_is_told_and_its_answer_used(plug_in, troubles):
    plug_in("a", ["a"])

    assert ask("a", budget=-1.0) == [Given("a", ["a"])]
    assert [trouble.kind for trouble in troubles] == [Kind.SLOW]


def test_third_trouble_running_brings_a_pause(plug_in, troubles, monkeypatch):
    asked = []

    def answer(request):
        asked.append(request)
        raise ValueError

    plug_in("a", answer)
    for _ in range(5):
        ask("a")

    assert (len(asked), len(troubles)) == (3, 3)
    later = time.monotonic() + 61
    monkeypatch.setattr(calling.time, "monotonic", lambda: later)
    ask("a")
    assert len(asked) == 4


def test_success_is_forgiveness(plug_in, troubles):
    answers = iter([fail, fail, None, fail, fail, None])

    def answer(request):
        act = next(answers)
        return act(request) if act else ["well"]

    plug_in("a", answer)

    assert [bool(ask("a")) for _ in range(6)] == [False, False, True, False, False, True]
