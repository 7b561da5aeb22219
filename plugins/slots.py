"""Slots of public pages: what plug-ins put there, in order, escaped, kept for its seconds; failures are left out."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from django.core.cache import cache
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from .activation import active_in_city, active_plugins
from .calling import Given, WrongAnswer, ask
from .cleaning import cleaned
from .collecting import contributions
from .contributions.slots import Fragment, Slot, SlotContext, SlotPart, Varies
from .manifest import Level


def fill(slot: Slot, *, district: int | None, page: Any, request: Any, city: int | None = None) -> SafeString:
    """The HTML of ``slot`` on a page of ``district``, or of ``city``: what plug-ins that are on there put into it."""
    parts = parts_of(slot)
    if not parts:
        return SafeString("")
    if district is None and city is not None:
        here = _of_city(parts, active_in_city(city, request=request))
    else:
        active = active_plugins(district, request=request)
        here = [given for given in parts if given.plugin in active]
    shown = (_shown(given, _context(given.answer, slot, district, page, city)) for given in here)
    return mark_safe("".join(shown))  # noqa: S308 (each part is escaped or cleaned)


def _of_city(parts: list[Given[SlotPart]], active: Mapping[str, Level]) -> list[Given[SlotPart]]:
    """Parts for pages of a city: of plug-ins of the installation all, of others those that are meant for it."""
    on = [given for given in parts if given.plugin in active]
    return [given for given in on if given.answer.is_city or active[given.plugin] is Level.INSTALLATION]


def parts_of(slot: Slot) -> list[Given[SlotPart]]:
    """Parts for ``slot`` of all installed plug-ins, in their order."""
    here = [given for given in contributions("slot_parts") if given.answer.slot is slot]
    return sorted(here, key=lambda given: (given.answer.order, given.plugin, given.answer.name))


def _context(part: SlotPart, slot: Slot, district: int | None, page: Any, city: int | None) -> SlotContext:
    about = page if part.varies is Varies.PAGE else None
    return SlotContext(slot=slot, district=district, language=get_language() or "", page=about, city=city)


def _shown(given: Given[SlotPart], context: SlotContext) -> str:
    part = given.answer
    key = _key(given.plugin, part, context)
    kept: str | None = cache.get(key) if key else None
    if kept is not None:
        return kept
    html = ask(given.plugin, f"slot_parts.{part.name}", part.render, context, check=_html)
    if key and html is not None:
        cache.set(key, html, part.seconds)
    return html or ""


def _key(plugin: str, part: SlotPart, context: SlotContext) -> str:
    """Nothing is kept of a page without a key, which is a preview, nor of one that is shown as a draft."""
    page = context.page
    if part.seconds <= 0 or (page is not None and (page.pk is None or page.has_unpublished_changes)):
        return ""
    what = (plugin, part.name, context.slot.value, context.city, context.district, context.language, page and page.pk)
    return "gongkai_slot:" + hashlib.sha256(repr(what).encode()).hexdigest()[:32]


def _html(answer: Any) -> str:
    if answer is None:
        return ""
    if isinstance(answer, Fragment):
        return cleaned(render_to_string(answer.template, dict(answer.context)))
    if isinstance(answer, str):
        return escape(answer)  # also what says of itself that it is safe
    raise WrongAnswer(f"a Fragment or a text is asked for, not {type(answer).__name__}")
