"""Raises, sleeps, returns scripts and wrong types, registers late, has addresses that cannot be compiled."""

from __future__ import annotations

import datetime as dt
import time
import types

from django.urls import path, re_path
from django.utils.safestring import mark_safe

from plugins.api import Channel, DeskPanel, Fragment, Job, Measure, MenuEntry, Role, Slot, SlotPart, hookimpl

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
def search_texts():
    raise KeyError("search")
