from importlib.metadata import EntryPoint

import pytest
from django.core.exceptions import AppRegistryNotReady
from django.utils.functional import lazy

from plugins.discovery import GROUP, Discovery, Trouble, discover
from plugins.manifest import Level, Manifest, WhenOff, faults_of


def make_manifest(**values) -> Manifest:
    given = {"name": "sample", "title": "样例", "description": "样例插件。", "version": "1.0"}
    return Manifest(**{**given, "compatible": ">=1.0,<2", "app": "tests", **values})


FINE = make_manifest()
OTHER = make_manifest(name="other")
FOR_NEWER = make_manifest(name="newer", compatible=">=7,<8")
FOR_OLDER = make_manifest(name="older", compatible="<1.0")
WITHOUT_APP = make_manifest(name="appless", app="no_such_app.apps.Config")
NOT_A_MANIFEST = {"name": "sample"}


def found(*names: str) -> Discovery:
    return discover([EntryPoint(name=name.lower(), value=f"{__name__}:{name}", group=GROUP) for name in names])


def troubles(discovery: Discovery) -> dict[str, Trouble]:
    return {one.name: one.trouble for one in discovery.rejected}


@pytest.mark.parametrize(
    ("values", "word"),
    [
        ({"name": "Sample"}, "name"),
        ({"name": "sample_one"}, "name"),
        ({"name": "s" * 61}, "name"),
        ({"name": None}, "name"),
        ({"title": " "}, "title"),
        ({"description": ""}, "description"),
        ({"app": ""}, "app"),
        ({"level": "district"}, "level"),
        ({"level": "planet"}, "level"),
        ({"when_off": "burnt"}, "when_off"),
        ({"version": "one"}, "version"),
        ({"version": None}, "version"),
        ({"compatible": ""}, "compatible"),
        ({"compatible": "about 1"}, "compatible"),
        ({"compatible": None}, "compatible"),
    ],
)
def test_fault_is_named(values, word):
    faults = list(faults_of(make_manifest(**values)))

    assert [word in fault for fault in faults] == [True]


def test_manifest_without_a_fault():
    assert list(faults_of(make_manifest(level=Level.INSTALLATION, when_off=WhenOff.HIDDEN))) == []


def test_lazy_words_are_not_looked_at_before_there_are_apps():
    def fail():
        raise AppRegistryNotReady

    assert list(faults_of(make_manifest(title=lazystr_of(fail), description=lazystr_of(fail)))) == []


def lazystr_of(words):
    return lazy(words, str)()


def test_plug_ins_are_found_in_the_order_of_their_names():
    discovery = found("FINE", "OTHER")

    assert [one.manifest.name for one in discovery.installed] == ["other", "sample"]
    assert (discovery.apps, discovery.rejected) == (["tests", "tests"], ())


@pytest.mark.parametrize(
    ("name", "plug_in", "trouble"),
    [
        ("FOR_NEWER", "newer", Trouble.PRODUCT_TOO_OLD),
        ("FOR_OLDER", "older", Trouble.PLUGIN_TOO_OLD),
        ("WITHOUT_APP", "appless", Trouble.NO_APP),
        ("NOT_A_MANIFEST", "not_a_manifest", Trouble.FAULTY),
        ("NOT_THERE", "not_there", Trouble.BROKEN),
    ],
)
def test_one_that_cannot_be_taken_is_told_and_stops_no_other(name, plug_in, trouble):
    discovery = found(name, "FINE")

    assert [one.manifest.name for one in discovery.installed] == ["sample"]
    assert troubles(discovery) == {plug_in: trouble}
    assert all(discovery.rejected[0].details)


def test_name_is_given_once():
    assert troubles(found("FINE", "FINE")) == {"sample": Trouble.TWICE}


def test_module_that_raises_is_broken(tmp_path, monkeypatch):
    (tmp_path / "hostile_manifest.py").write_text("raise SystemExit('no')\n")
    monkeypatch.syspath_prepend(tmp_path)
    discovery = discover([EntryPoint(name="hostile", value="hostile_manifest:MANIFEST", group=GROUP)])

    assert troubles(discovery) == {"hostile": Trouble.BROKEN}
    assert "SystemExit: no" in discovery.rejected[0].details[0]
