"""What a district's documents are described with, read once for a run: issuers, kinds, topics, units."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from typing import TypeVar

from django.db.models import Count

from cms.tenancy.models import District, Unit, UnitAlias
from disclosure_pages.documents.enums import LegalClass
from disclosure_pages.documents.models import DocumentKind, PolicyDocument, Topic
from disclosure_pages.importing.recognition import Issuers
from disclosure_pages.importing.recognition.spacing import tidy
from disclosure_pages.responsibility.suggestions import nearest_names
from disclosure_pages.responsibility.titles import identity

#: Ends of the names of organs → kind of normative document that they issue; the first that fits counts.
_NORMATIVE = (("办公室", "normative-office"), ("人民政府", "normative-government"), ("", "normative-department"))
_SAME_KIND = {"令": "命令（令）", "命令": "命令（令）", "实施方案": "方案"}

Entry = TypeVar("Entry", DocumentKind, Topic)


class Lookup:
    """Finds the rows that names stand for. Nothing is guessed: an unknown name is ``None``."""

    def __init__(self, district: District) -> None:
        self.district = district
        units = list(Unit.objects.of_district(district))
        aliases = UnitAlias.objects.filter(unit__in=units).values_list("name", "unit_id")
        by_key = {unit.pk: unit for unit in units}
        self._units = {identity(name): by_key[key] for name, key in aliases}
        self._units |= {identity(name): unit for unit in units for name in (unit.full_name, unit.name) if name}
        kinds = list(DocumentKind.objects.offered().select_related("parent"))
        self._kinds = _by_name(kinds)
        self._kinds_by_code = {kind.code: kind for kind in kinds}
        self._topics = _by_name(Topic.objects.offered().select_related("parent"))

    def unit(self, name: str) -> Unit | None:
        return self._units.get(identity(name))

    def kind(self, name: str) -> DocumentKind | None:
        """A kind by its name or by both levels of it."""
        return self._kinds.get(identity(name)) or self._kinds.get(identity(_SAME_KIND.get(name, name)))

    def topic(self, name: str) -> Topic | None:
        return self._topics.get(identity(name))

    def kind_recognised(self, word: str, *, issuer: str, is_registered: bool) -> DocumentKind | None:
        """The kind for the word in a title; a registered document is a normative one of its issuer."""
        if is_registered:
            code = next(code for ending, code in _NORMATIVE if issuer.endswith(ending))
            kind = self._kinds_by_code.get(code)
            return kind if kind is not None and kind.legal_class == LegalClass.NORMATIVE else None
        return self.kind(word)

    def nearest_kinds(self, name: str) -> list[str]:
        return nearest_names(identity(name), [kind.name for kind in self._kinds_by_code.values()])

    def nearest_topics(self, name: str) -> list[str]:
        return nearest_names(identity(name), [topic.name for topic in self._topics.values()])

    @cached_property
    def issuers(self) -> Issuers:
        """Names of the district's organs, and the codes that their documents have had."""
        names = {tidy(name): unit.full_name or unit.name for name, unit in self._units.items()}
        if self.district.government_name:
            names[tidy(self.district.government_name)] = self.district.government_name
        return Issuers(names=names, codes=_codes(self.district))


def _by_name(entries: Iterable[Entry]) -> dict[str, Entry]:
    """Entries by name and by both levels; a name that several have stands for none of them."""
    named = [(identity(name), entry) for entry in entries for name in {entry.name, entry.path_name}]
    counts = Counter(name for name, _entry in named)
    return {name: entry for name, entry in named if counts[name] == 1}


def _codes(district: District) -> dict[str, str]:
    """Code of an agency → the issuer whose documents have it most often."""
    counted = (
        PolicyDocument.objects.of_district(district)
        .exclude(number_agency="")
        .exclude(issuer_name="")
        .values_list("number_agency", "issuer_name")
        .annotate(number=Count("pk"))
        .order_by("number")
    )
    return {agency: issuer for agency, issuer, _number in counted}
