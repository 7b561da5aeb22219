"""The rights of the shipped table, worked out a second time from its rows without any code of the project."""

from __future__ import annotations

import csv
import io
import re
from importlib import resources

from wagtail.models import GroupCollectionPermission, GroupPagePermission, Page

from cms.tenancy.models import District
from disclosure_pages.tree.models import Column, Section

FOLDER = resources.files("disclosure_pages.responsibility") / "data" / "furong"
EDITOR = {"page:add_page", "page:change_page"} | {
    f"media:{act}_{kind}" for act in ("add", "change", "choose") for kind in ("document", "image")
}
MODERATOR = {"page:change_page", "media:choose_document", "media:choose_image"}
RIGHTS = {("editor", right) for right in EDITOR} | {("moderator", right) for right in MODERATOR}


def read(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((FOLDER / name).read_text(encoding="utf-8"))))


def codes_of(cell: str) -> set[str]:
    """Units of a cell of the shipped table, which separates them by 、 and by blanks."""
    codes = {row["name"]: {row["code"]} for row in read("units.csv")}
    codes |= {row["alias"]: {row["unit"]} for row in read("aliases.csv")}
    for row in read("collectives.csv"):
        codes.setdefault(row["collective"], set()).add(row["unit"])
    return set().union(*(codes[name] for name in re.split("、| |等", cell)))


def expected() -> set[tuple[str, str, tuple[str, str]]]:
    """(unit, path of titles, right) for every row."""
    found = set()
    for row in read("table.csv"):
        titles = [row["一级标题"], row["二级标题"], row["三级标题"]]
        path = "/".join(re.sub(r"^(\d+\.\s*|\(\d+\))", "", title) for title in titles if title)
        found |= {(unit, path, right) for unit in codes_of(row["责任单位"]) for right in RIGHTS}
    return found


def titles_of(section: Section) -> str:
    columns = Column.objects.ancestor_of(section).order_by("depth")
    return "/".join(columns.values_list("title", flat=True))


def actual() -> set[tuple[str, str, tuple[str, str]]]:
    """The same, from the rows of Wagtail's permissions; a grant anywhere but on a section shows as such."""
    sections = {section.pk: titles_of(section) for section in Section.objects.all()}
    by_collection = {section.collection_id: section.pk for section in Section.objects.all()}
    pages = GroupPagePermission.objects.values_list("group__name", "page_id", "permission__codename")
    media = GroupCollectionPermission.objects.values_list("group__name", "collection_id", "permission__codename")
    grants = [(group, page, f"page:{codename}") for group, page, codename in pages]
    grants += [(group, by_collection.get(key, 0), f"media:{codename}") for group, key, codename in media]
    found = set()
    for group, page, right in grants:
        *_prefix, unit, role = group.split(":")
        found.add((unit, sections.get(page, f"not a section: {group} {page}"), (role, right)))
    assert len(found) == len(grants)
    return found


def test_rights_of_the_shipped_table(applied: District) -> None:
    assert actual() == expected()


def test_sections_belong_to_the_unit_that_may_edit_them(applied: District) -> None:
    for section in Section.objects.select_related("unit"):
        groups = GroupPagePermission.objects.filter(page=section).values_list("group__name", flat=True)
        assert {group.split(":")[3] for group in groups} == {section.unit.code}


def test_every_section_has_a_collection_of_its_own(applied: District) -> None:
    collections = list(Section.objects.values_list("collection_id", flat=True))

    assert None not in collections
    assert len(set(collections)) == len(collections) == 293


def test_tree_is_sound_after_applying(applied: District) -> None:
    assert Page.find_problems() == ([], [], [], [], [])
    for column in Column.objects.all():
        assert column.url_path == f"{column.get_parent().url_path}{column.slug}/"
        assert column.slug.isascii()
        assert column.live
