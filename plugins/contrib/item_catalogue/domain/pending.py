"""Files between upload and taking over. They are kept on the server, so that nothing travels twice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.api import City, District, Problem, has_errors
from plugins.contrib.item_catalogue.comparison import ImportPlan
from plugins.contrib.item_catalogue.enums import Column
from plugins.contrib.item_catalogue.exceptions import ItemsRefused
from plugins.contrib.item_catalogue.models import Field, PendingFile
from plugins.contrib.item_catalogue.owning import columns_of
from plugins.contrib.item_catalogue.reading import parse_catalogues
from plugins.contrib.item_catalogue.structure import Sheet

from .importing import Imported, import_catalogue, preview_import

KEPT_FOR = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Offer:
    """One catalogue of the file: its field (``None``: left out), what is wrong with it, what taking it would change.

    There is no ``plan`` without a field, and none while a problem forbids it.
    """

    number: int
    sheet: Sheet
    field: Field | None
    problems: tuple[Problem, ...]
    plan: ImportPlan | None

    @property
    def has_errors(self) -> bool:
        """Whether something must be mended before it can be taken."""
        return has_errors(self.problems)


@dataclass(frozen=True, slots=True)
class Offered:
    """Everything that a file offers; ``problems`` are those of the file as a whole."""

    offers: tuple[Offer, ...]
    problems: tuple[Problem, ...]

    @property
    def seen(self) -> str:
        """Names what taking it over would do, so that nothing else is done."""
        return "-".join(
            f"{offer.field.code}.{offer.plan.digest[:16]}" for offer in self.offers if offer.field and offer.plan
        )

    @property
    def has_errors(self) -> bool:
        """Whether something must be mended in one of them."""
        return any(offer.has_errors for offer in self.offers)

    @property
    def chosen(self) -> list[Offer]:
        """The catalogues that are not left out."""
        return [offer for offer in self.offers if offer.field]


@transaction.atomic
def keep_file(*, owner: City | District, user: Any, content: bytes, file_name: str) -> PendingFile:
    """Keep an uploaded file in place of the person's last one; files that nobody came back for are thrown away."""
    PendingFile.objects.filter(uploaded_at__lt=timezone.now() - KEPT_FOR).delete()
    values = {"content": content, "file_name": file_name[-200:], "mapping": {}, "fields": {}}
    file, _made = PendingFile.objects.update_or_create(user=user, **columns_of(owner), defaults=values)
    return file


def offered(file: PendingFile) -> Offered:
    """Read the file with what its uploader has said of it. A catalogue that names its field needs nothing said."""
    mapping = {key: Column(value) for key, value in file.mapping.items()}
    found = parse_catalogues(bytes(file.content), mapping=mapping)
    fields = list(Field.objects.all())
    offers = [
        _offer(file, number, sheet, _field_of(file, number, sheet, fields), found.problems)
        for number, sheet in enumerate(found.sheets)
    ]
    places = {sheet.place for sheet in found.sheets}
    return Offered(tuple(offers), tuple(problem for problem in found.problems if problem.place not in places))


def _field_of(file: PendingFile, number: int, sheet: Sheet, fields: Sequence[Field]) -> Field | None:
    said = file.fields.get(str(number))
    if said is not None:
        return next((field for field in fields if field.code == said), None)
    named = [field for field in fields if field.is_named_in(" ".join((sheet.place, *sheet.shape.titles)))]
    return named[0] if len(named) == 1 else None


def _offer(file: PendingFile, number: int, sheet: Sheet, field: Field | None, problems: Sequence[Problem]) -> Offer:
    own = tuple(problem for problem in problems if problem.place == sheet.place)
    is_planned = field is not None and not has_errors(own)
    plan = preview_import(field=field, owner=file.owner, sheet=sheet) if field and is_planned else None
    return Offer(number, sheet, field, own, plan)


def say_of_file(*, file: PendingFile, mapping: Mapping[str, Column], fields: Mapping[int, str]) -> None:
    """Remember what columns mean and which fields the catalogues are about."""
    file.mapping = file.mapping | {key: column.value for key, column in mapping.items()}
    file.fields = {str(number): code for number, code in fields.items()}
    kept = PendingFile.objects.filter(pk=file.pk)  # which somebody may have taken over meanwhile
    kept.update(mapping=file.mapping, fields=file.fields, uploaded_at=timezone.now())


@transaction.atomic
def take_over(*, file: PendingFile, seen: str, user: Any = None) -> list[Imported]:
    """Make drafts of all catalogues that are not left out, and forget the file.

    All or none. Raises :class:`ItemsRefused` when there is none, one has errors, two are about one field, or ``seen``
    is not what would be done now.
    """
    if not PendingFile.objects.select_for_update().filter(pk=file.pk).exists():
        raise ItemsRefused(_("The file was taken over or thrown away meanwhile."))
    found = offered(file)
    for reason in _hindrances(found):
        raise ItemsRefused(reason)
    if found.seen != seen:
        raise ItemsRefused(_("What would change is not what you have seen: look again and take it over then."))
    done = [
        import_catalogue(field=offer.field, owner=file.owner, sheet=offer.sheet, file_name=file.file_name, user=user)
        for offer in found.chosen
        if offer.field
    ]
    file.delete()
    return done


def _hindrances(found: Offered) -> Iterator[str]:
    if not found.chosen:
        yield _("No catalogue of the file has a field: choose the field of at least one.")
    bad = [str(offer.field) for offer in found.chosen if offer.has_errors]
    if bad:
        yield _("These have errors: %(fields)s. Mend them in your file, or leave them out.") % {
            "fields": "、".join(bad)
        }
    names = [str(offer.field) for offer in found.chosen]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        yield _("Two catalogues are about one field: %(fields)s. Leave one out.") % {"fields": "、".join(twice)}
