"""Gaps of letters, to be seen: what each stands for in words, on a ground of another colour."""

from __future__ import annotations

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from plugins.contrib.requests.letters.variables import labels_of, split_gaps

register = template.Library()


@register.filter
def gaps_marked(text: str) -> SafeString:
    """``text``, escaped, with each variable that is still open as a ``mark``."""
    parts = [
        format_html("<mark>{}</mark>", *labels_of([part])) if is_gap else part for part, is_gap in split_gaps(text)
    ]
    return format_html_join("", "{}", ((part,) for part in parts))
