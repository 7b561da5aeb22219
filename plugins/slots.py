"""Slots of public pages: what plug-ins put there, in order, escaped, kept for its seconds; failures are left out."""

from __future__ import annotations

import hashlib
from typing import Any

from django.core.cache import cache
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from .activation import active_plugins
from .calling import Given, WrongAnswer, ask
from .cleaning import cleaned
from .collecting import contributions
from .contributions.slots import Fragment, Slot, SlotContext, SlotPart, Varies


def fill(slot: Slot, *, district: int | None, page: Any, request: Any) -> SafeString:
    """The HTML of ``slot`` on a page of ``district``: what the plug-ins that are on there put into it."""
    parts = parts_of(slot)
    if not parts:
        return SafeString("")
    active = active_plugins(district, request=request)
    shown = (_shown(given, _context(given.answer, slot, district, page)) for given in parts if given.plugin in active)
    return mark_safe("".join(shown))  # noqa: S308 (each part is escaped or cleaned)


def parts_of(slot: Slot) -> list[Given[SlotPart]]:
    """Parts for ``slot`` of all installed plug-ins, in their order."""
    here = [given for given in contributions("slot_parts") if given.answer.slot is slot]
    return sorted(here, key=lambda given: (given.answer.order, given.plugin, given.answer.name))


def _context(part: SlotPart, slot: Slot, district: int | None, page: Any) -> SlotContext:
    about = page if part.varies is Varies.PAGE else None
    return SlotContext(slot=slot, district=district, language=get_language() or "", page=about)


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
    what = (plugin, part.name, context.slot.value, context.district, context.language, page and page.pk)
    return "gongkai_slot:" + hashlib.sha256(repr(what).encode()).hexdigest()[:32]


def _html(answer: Any) -> str:
    if answer is None:
        return ""
    if isinstance(answer, Fragment):
        return cleaned(render_to_string(answer.template, dict(answer.context)))
    if isinstance(answer, str):
        return escape(answer)  # also what says of itself that it is safe
    raise WrongAnswer(f"a Fragment or a text is asked for, not {type(answer).__name__}")
