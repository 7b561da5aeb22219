"""What is in the library already: nothing is imported twice."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from cms.tenancy.models import District
from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.importing.models import ImportRow
from disclosure_pages.importing.problems import Problem
from disclosure_pages.responsibility.titles import identity

from .writing import Draft


@dataclass(frozen=True, slots=True)
class Twin:
    """The document that is there already; ``problem`` says how it differs when it is not simply the same."""

    page: int | None
    title: str
    problem: Problem | None = None


def fingerprint(draft: Draft, *, file_hash: str) -> str:
    """File, number and title in one: two rows with the same one are the same document.

    Without a file and a number the day on which it was formed tells two documents of one title apart.
    """
    page = draft.page
    day = "" if file_hash or page.number_key else str(page.formed_on or "")
    parts = "\x1f".join((file_hash, page.number_key, identity(page.title), day))
    return hashlib.sha256(parts.encode()).hexdigest()


class Known:
    """Documents of a district that may be those of some drafts, looked up at once for all of them."""

    def __init__(self, district: District, drafts: Sequence[tuple[Draft, str]]) -> None:
        hashes = {file_hash for _draft, file_hash in drafts if file_hash}
        prints = {fingerprint(draft, file_hash=file_hash) for draft, file_hash in drafts}
        numbers = {draft.page.number_key for draft, _hash in drafts if draft.page.number_key}
        titles = {draft.page.title for draft, _hash in drafts if not draft.page.number_key}
        rows = ImportRow.objects.with_page(district=district).select_related("page")
        self._files = {row.file_hash: _twin(row) for row in rows.filter(file_hash__in=hashes)} if hashes else {}
        self._prints = {row.fingerprint: _twin(row) for row in rows.filter(fingerprint__in=prints)}
        self._numbers = self._by_number(district, numbers)
        self._titles = self._by_title(district, drafts, titles)

    def _by_number(self, district: District, numbers: set[str]) -> dict[str, tuple[int, str]]:
        found = PolicyDocument.objects.of_district(district).filter(number_key__in=numbers)
        return {key: (pk, title) for key, pk, title in found.values_list("number_key", "pk", "title")}

    def _by_title(
        self, district: District, drafts: Sequence[tuple[Draft, str]], titles: set[str]
    ) -> dict[tuple[str, object], tuple[int, str]]:
        if not titles:
            return {}
        columns = {draft.place.column.pk for draft, _hash in drafts}
        found = PolicyDocument.objects.of_district(district).filter(column__in=columns, title__in=titles)
        rows = found.values_list("title", "formed_on", "pk")
        return {(identity(title), day): (pk, title) for title, day, pk in rows}

    def twin_of(self, draft: Draft, *, file_hash: str) -> Twin | None:
        """The document that ``draft`` would repeat, if there is one."""
        page = draft.page
        imported = self._files.get(file_hash) or self._prints.get(fingerprint(draft, file_hash=file_hash))
        if imported is not None:
            return imported
        if page.number_key:
            return self._with_number(draft)
        there = self._titles.get((identity(page.title), page.formed_on))
        return Twin(*there) if there is not None else None

    def _with_number(self, draft: Draft) -> Twin | None:
        there = self._numbers.get(draft.page.number_key)
        if there is None:
            return None
        if identity(there[1]) == identity(draft.page.title):
            return Twin(*there)
        return Twin(*there, problem=_number_taken(draft, there[1]))

    def add(self, draft: Draft, *, file_hash: str) -> None:
        """Remember a draft that is about to be written, so that a later row is compared with it, too."""
        page = draft.page
        twin = Twin(None, page.title)
        self._prints[fingerprint(draft, file_hash=file_hash)] = twin
        if file_hash:
            self._files[file_hash] = twin
        if page.number_key:
            self._numbers[page.number_key] = (0, page.title)
        else:
            self._titles[identity(page.title), page.formed_on] = (0, page.title)


def _twin(row: ImportRow) -> Twin:
    return Twin(row.page_id, row.page.title if row.page is not None else row.title)


def _number_taken(draft: Draft, title: str) -> Problem:
    return Problem(
        "number",
        "number-taken",
        _("The number %(number)s belongs to another document of the library: “%(title)s”.")
        % {"number": draft.page.number, "title": title},
        _("Compare the two; correct the number, or change the document that is there."),
    )
