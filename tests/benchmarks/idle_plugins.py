"""An article with fifty plug-ins installed that are on nowhere, against the same page without any.

Each adds a part to every slot, a menu entry and a gate. Aim: at most 1.05x.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from typing import Any

from tests.benchmarks.harness import compare, start_installation

COUNT = 50


def idle_plugin(number: int) -> tuple[Any, types.ModuleType]:
    """Manifest and hooks of one of them."""
    from plugins.api import Manifest, MenuEntry, Slot, SlotPart, hookimpl

    def slot_parts() -> list[Any]:
        return [SlotPart(name=f"of_{slot.value}", slot=slot, render=lambda context: "busy") for slot in Slot]

    def menu_entries() -> list[Any]:
        return [MenuEntry(label="idle", url_name="idle", roles=frozenset())]

    def publication_gate(request: Any) -> list[Any]:
        return []

    name = f"idle-{number}"
    module = types.ModuleType(name)
    for hook in (slot_parts, menu_entries, publication_gate):
        setattr(module, hook.__name__, hookimpl(hook))
    words = {"title": name, "description": name, "version": "1.0", "compatible": ">=1.0,<2", "app": "tests"}
    return Manifest(name=name, **words), module


def main() -> None:
    start_installation()
    from django.conf import settings
    from django.test import Client, override_settings

    from plugins import collecting, slots
    from plugins.discovery import Discovery, Installed
    from plugins.registry import manager
    from tests.factories.pages import make_published

    page = make_published("关于公布招生范围的通知", body="<p>按照规定公开。</p>" * 40)
    bare = settings.PLUGINS
    made = [idle_plugin(number) for number in range(COUNT)]
    for manifest, module in made:
        manager.register(module, name=manifest.name)
    full = Discovery((*bare.installed, *(Installed(manifest, "idle") for manifest, _module in made)), ())
    added = {}
    for found in (bare, full):
        with override_settings(PLUGINS=found):
            collecting.contributions.cache_clear()
            added[len(found.installed)] = collecting.contributions("slot_parts")
    client = Client(headers={"host": "localhost"})

    def view(found: Discovery) -> Callable[[], None]:
        def act() -> None:
            slots.contributions = lambda hook: added[len(found.installed)]  # type: ignore[assignment]
            settings.PLUGINS = found
            assert client.get(page.url).status_code == 200

        return act

    compare(f"article: {COUNT} idle plug-ins / none", view(full), view(bare), rounds=31, times=5)


if __name__ == "__main__":
    main()
