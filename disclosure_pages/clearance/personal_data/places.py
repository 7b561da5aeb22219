"""Where something was found, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from disclosure_pages.media.texts.parts import Place, Where

if TYPE_CHECKING:
    from disclosure_pages.tree.models import DisclosurePage


def name_of_field(page: DisclosurePage, name: str) -> str:
    """A field as its editor sees it; the rows of a table by what they are."""
    field = page._meta.get_field(name)
    if field.one_to_many:
        return str(field.related_model._meta.verbose_name_plural)
    return str(field.verbose_name)


def place_in_file(where: Where, *, file: str = "") -> str:
    """“名单.xlsx”, sheet “一月”."""
    names = [_("“%(name)s”") % {"name": file}] if file else []
    return pgettext("list", ", ").join([*names, *(_part(kind, name) for kind, name in where)])


def _part(kind: str, name: str) -> str:
    words = {
        Place.PAGE: _("page %(name)s"),
        Place.SLIDE: _("slide %(name)s"),
        Place.SHEET: _("sheet “%(name)s”"),
        Place.MEMBER: _("in it “%(name)s”"),
    }
    return words[Place(kind)] % {"name": name}
