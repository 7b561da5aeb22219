"""HTML of plug-ins, without anything that runs or styles; forms stay, as plug-ins ask readers things."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from django.utils.safestring import SafeString, mark_safe

_ELEMENTS: Final = frozenset(
    [
        "a",
        "abbr",
        "article",
        "aside",
        "b",
        "blockquote",
        "br",
        "button",
        "caption",
        "code",
        "col",
        "colgroup",
        "dd",
        "del",
        "details",
        "div",
        "dl",
        "dt",
        "em",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "i",
        "img",
        "input",
        "ins",
        "kbd",
        "label",
        "legend",
        "li",
        "mark",
        "meter",
        "nav",
        "ol",
        "optgroup",
        "option",
        "output",
        "p",
        "picture",
        "pre",
        "progress",
        "q",
        "s",
        "samp",
        "section",
        "select",
        "small",
        "source",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "textarea",
        "tfoot",
        "th",
        "thead",
        "time",
        "tr",
        "u",
        "ul",
        "wbr",
    ]
)
_EVERYWHERE: Final = frozenset(["class", "id", "lang", "dir", "title", "role", "hidden", "tabindex"])
_ATTRIBUTES: Final = {
    "a": "href hreflang target download",
    "abbr": "title",
    "blockquote": "cite",
    "button": "type name value disabled form",
    "col": "span",
    "details": "open name",
    "form": "action method enctype novalidate autocomplete",
    "img": "src srcset sizes alt width height loading",
    "input": "type name value placeholder required checked disabled readonly min max minlength maxlength step pattern"
    " autocomplete inputmode list size accept multiple form",
    "label": "for",
    "meter": "value min max low high optimum",
    "ol": "start type reversed",
    "option": "value selected disabled label",
    "progress": "value max",
    "q": "cite",
    "select": "name required disabled multiple size form",
    "source": "src srcset sizes media type",
    "td": "colspan rowspan headers",
    "textarea": "name rows cols placeholder required disabled readonly maxlength form",
    "th": "colspan rowspan scope headers abbr",
    "time": "datetime",
}


def cleaned(html: str) -> SafeString:
    """``html`` without scripts, handlers, frames, styles and addresses that run."""
    return mark_safe(_cleaner().clean(html))  # noqa: S308 (this is what makes it safe)


@cache
def _cleaner() -> Any:
    import nh3  # loaded when the first plug-in shows something

    attributes = {element: set(names.split()) for element, names in _ATTRIBUTES.items()}
    return nh3.Cleaner(
        tags=set(_ELEMENTS),
        clean_content_tags={"script", "style", "iframe", "object", "template"},
        attributes={**attributes, "*": set(_EVERYWHERE)},
        generic_attribute_prefixes={"aria-", "data-"},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel="noopener noreferrer",
    )
