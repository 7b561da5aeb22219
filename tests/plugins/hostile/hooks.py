"""Raises, sleeps, returns scripts and wrong types, registers late, has addresses that cannot be compiled."""

from __future__ import annotations

import datetime as dt
import time
import types

from django.urls import path, re_path
from django.utils.functional import lazy
from django.utils.safestring import mark_safe

from plugins.api import (
    Channel,
    DeskPanel,
    ExportFormat,
    FileUse,
    Fragment,
    ImportFormat,
    Job,
    Measure,
    MenuEntry,
    Role,
    SearchFacet,
    Slot,
    SlotPart,
    hookimpl,
)

SCRIPT = "<script>alert(1)</script>"


def fail(*arguments, **named):
    raise RuntimeError("hostile")


def sleep(context):
    time.sleep(0.3)
    return "迟到的文字"


def register_late(context):
    from plugins.registry import register

    module = types.ModuleType("late")
    register(module, name="late")
    return "late"


@hookimpl
def slot_parts():
    renders = {
        "raises": fail,
        "sleeps": sleep,
        "script": lambda context: SCRIPT,
        "safe_script": lambda context: mark_safe(SCRIPT),  # noqa: S308 (that is the point)
        "template": lambda context: Fragment("no/such/template.html"),
        "number": lambda context: 7,
        "late": register_late,
    }
    return [SlotPart(name=name, slot=Slot.CONTENT_TOP, render=render, seconds=0) for name, render in renders.items()]


@hookimpl
def menu_entries():
    return [MenuEntry(label="不存在", url_name="nowhere", roles=frozenset(Role.values))]


@hookimpl
def desk_panels():
    return [
        DeskPanel(name="raises", heading="坏", pile=fail),
        DeskPanel(name="wrong", heading="错", pile=lambda *a: "x"),
    ]


@hookimpl
def public_addresses():
    return [re_path("(", fail), path("", fail, name="home")]


@hookimpl
def admin_addresses():
    return "/admin/"


@hookimpl
def api_routers():
    return [object()]


@hookimpl
def measures():
    return [Measure(name="words", title="错", value=lambda *a: "many")]


@hookimpl
def channels():
    return [Channel(name="raises", title="坏", deliver=fail)]


@hookimpl
def scheduled_jobs():
    return [Job(name="raises", title="坏", every=dt.timedelta(hours=1), run=fail)]


@hookimpl
def search_facets():
    return [
        SearchFacet(name="raises", label="坏", values=fail),
        SearchFacet(name="wrong", label="错", values=lambda keys: dict.fromkeys(keys, "一个")),
        SearchFacet(name="nameless", label="空", values=lambda keys: {key: ["a"] for key in keys}, labels=fail),
        SearchFacet(name="one_wrong", label="半", values=lambda keys: {key: [key == min(keys) or "a"] for key in keys}),
        SearchFacet(name="mute", label=lazy(fail, str)(), values=lambda keys: {}),
        "facet",
    ]


@hookimpl
def export_formats():
    return [
        ExportFormat(extension="mute", label=lazy(fail, str)(), content_type="text/x-mute", write=fail),
        ExportFormat(extension="bad", label="坏", content_type="text/x-bad", write=fail),
        ExportFormat(extension="wrong", label="错", content_type="text/x-wrong", write=lambda table: "text"),
    ]


@hookimpl
def import_formats():
    mark = b"\x00BAD\n"
    made = [
        ImportFormat(
            extension="bad",
            label="坏格式",
            use=use,
            becomes="docx",
            recognises=lambda content: content.startswith(mark),
            convert=fail,
        )
        for use in FileUse
    ]
    return [
        ImportFormat(
            extension="raises", label="坏", use=FileUse.DOCUMENT, becomes="txt", recognises=fail, convert=fail
        ),
        *made,
    ]


@hookimpl
def search_texts():
    raise KeyError("search")
