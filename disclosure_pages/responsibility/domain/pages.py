"""Write many structural pages at once.

``add_child`` writes fifty pages a second and asks the database for every sibling's slug; a table makes hundreds of
sections. Pages are written here in two statements a kind: the rows of ``Page``, then those of the kind itself. Paths,
depths, addresses and numbers of children are worked out first. Structural pages have no revisions and no workflow, so
nothing that Wagtail does on creation is left out but the log, which has one entry for the whole table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Max
from django.db.models.functions import Length, Substr
from django.utils import timezone
from wagtail.models import Locale, Page

from disclosure_pages.tree.models import Column, DisclosurePage, DistrictHome
from disclosure_pages.tree.slugs import ascii_slug, free_slug

from .state import STEP, below, within

_PAGE_FIELDS = [part for part in Page._meta.concrete_fields if not part.primary_key]


@dataclass
class Parent:
    """A page that gets children: hands out free paths and slugs, and counts what it gave."""

    page: int
    path: str
    url_path: str
    last_step: int = 0
    slugs: set[str] = field(default_factory=set)
    added: int = 0

    def next_path(self) -> str:
        """Path of the next child."""
        self.last_step += 1
        self.added += 1
        return str(Page._get_path(self.path, len(self.path) // STEP + 1, self.last_step))

    def free_slug(self, text: str) -> str:
        """A slug for ``text`` that no sibling has."""
        slug = free_slug(ascii_slug(text), is_taken=self.slugs.__contains__)
        self.slugs.add(slug)
        return slug


def existing_parent(*, page: int, path: str, url_path: str) -> Parent:
    """A page that has children already. Three queries.

    Content below a column's sections shares the column's addresses, so its slugs are taken as well.
    """
    children = Page.objects.filter(below(path), depth=len(path) // STEP + 1)
    last = children.aggregate(last=Max("path"))["last"]
    slugs = {*children.values_list("slug", flat=True)}
    slugs |= {*DisclosurePage.objects.filter(column_id=page).values_list("column_slug", flat=True)}
    return Parent(page, path, url_path, last_step=Page._str2int(last[-STEP:]) if last else 0, slugs=slugs)


def common_values(model: type[Page]) -> dict[str, Any]:
    """What every structural page of ``model`` has alike: live from the start, without a draft."""
    now = timezone.now()
    return {
        "locale": Locale.get_default(),
        "content_type": ContentType.objects.get_for_model(model),
        "live": True,
        "first_published_at": now,
        "last_published_at": now,
    }


def insert_pages(pages: Sequence[Page]) -> None:
    """Write new pages of one kind; paths, depths and addresses must be set. Their keys are set on return."""
    if not pages:
        return
    model = type(pages[0])
    bases = [Page(**{part.attname: getattr(page, part.attname) for part in _PAGE_FIELDS}) for page in pages]
    Page.objects.bulk_create(bases)
    for page, base in zip(pages, bases, strict=True):
        page.pk = page.page_ptr_id = base.pk
    # ``bulk_create`` refuses kinds with a table of their own below ``Page``; the rows of ``Page`` are there already.
    model._base_manager.all()._batched_insert(pages, fields=model._meta.local_concrete_fields, batch_size=None)


def recount_children(*, home_path: str) -> None:
    """Put right the numbers of children of a district's structure, which a change by SQL leaves wrong.

    Treebeard moves by these numbers, so they must be right before a move.
    """
    structural = ContentType.objects.get_for_models(DistrictHome, Column).values()
    inside = Page.objects.filter(within(home_path))
    parents = list(inside.filter(content_type__in=structural).only("path", "numchild"))
    children = inside.alias(above=Substr("path", 1, Length("path") - STEP)).filter(above__in=[p.path for p in parents])
    counts = Counter(path[:-STEP] for path in children.values_list("path", flat=True))
    wrong = [parent for parent in parents if parent.numchild != counts[parent.path]]
    for parent in wrong:
        parent.numchild = counts[parent.path]
    Page.objects.bulk_update(wrong, ["numchild"])


def count_children(parents: Iterable[Parent]) -> None:
    """Add to the number of children of pages that were there before: an update for each different number."""
    by_number: dict[int, list[int]] = {}
    for parent in parents:
        if parent.added:
            by_number.setdefault(parent.added, []).append(parent.page)
    for number, keys in by_number.items():
        Page.objects.filter(pk__in=keys).update(numchild=F("numchild") + number)
