"""A small world: three places, each with one object of every kind, and people of every role.

``own`` is the place of the first unit, ``other`` that of another unit of the same district, ``foreign`` lies in a
district of another city.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import APIToken, Site, Task, UploadedFile, Workflow

from cms.calendar.models import CalendarDay
from cms.people.enums import Role
from cms.people.models import User
from disclosure_pages.documents.models import DocumentKind, Topic
from disclosure_pages.media.models import DisclosureDocument
from disclosure_pages.public.models import FooterLink
from disclosure_pages.tree.models import Section
from plugins.contrib.annual_report.models import ReportingDay
from plugins.contrib.item_catalogue.models import Field as ItemField
from search.models import BestBet, DeniedSuggestion, DictionaryWord, SynonymEntry
from tests.factories.documents import make_document_draft, make_entry
from tests.factories.imports import make_batch
from tests.factories.media import make_document, make_image
from tests.factories.pages import make_draft, make_published, submit
from tests.factories.people import make_person, make_user
from tests.factories.rounds import make_round_objects
from tests.factories.tenancy import make_alias, make_collective
from tests.factories.tree import make_column, make_section

from .cases_and_reports import case_and_report_keys

ABSENT = 9_999_999
PLACES = ("own", "other", "foreign")


@dataclass
class Actor:
    """Somebody with a session and a token."""

    user: User | None
    client: Client = field(default_factory=Client)
    token: str = ""

    def __post_init__(self) -> None:
        if self.user is not None:
            self.client.force_login(self.user)
            _row, self.token = APIToken.create_token(user=self.user, name="matrix")


@dataclass
class Place:
    """One section with one object of every kind: kind → key, and the arguments that go along with the page."""

    section: Section
    keys: dict[str, Any]
    companions: dict[str, Any]


def make_place(section: Section) -> Place:
    page = make_draft(section=section)
    task_state = submit(page)
    document, image = make_document(section), make_image(section)
    rendition = image.get_rendition("width-20")
    keys = {
        "page": page.pk,
        "policy document": make_document_draft(section=section).pk,
        "section": section.pk,
        "document": document.pk,
        "image": image.pk,
        "rendition": rendition.pk,
        "upload": _upload().pk,
        "collection": section.collection_id,
        "task state": task_state.pk,
        "district": section.unit.district.slug,
        "registration": make_entry(section).pk,
        "reorganisation": ABSENT - 1,
        "import": make_batch(section).pk,
        **_register_keys(section),
        **make_round_objects(section),
        **case_and_report_keys(section),
        **_administration_keys(),
    }
    companions = {
        "revision_id": page.revisions.first().pk,
        "task_state_id": task_state.pk,
        "workflow_state_id": task_state.workflow_state_id,
        "task_id": task_state.task_id,
        "filename": document.filename,
    }
    return Place(section=section, keys=keys, companions=companions)


def _upload() -> UploadedFile:
    kind = ContentType.objects.get_for_model(DisclosureDocument)
    return UploadedFile.objects.create(
        for_content_type=kind, file=ContentFile(b"x", name="x.txt"), uploaded_by_user=make_user()
    )


def _register_keys(section: Section) -> dict[str, Any]:
    district, unit = section.unit.district, section.unit
    collective = make_collective(district, unit)
    member = make_person(Role.EDITOR, unit=unit)
    return {
        "cities": district.city_id,
        "districts": district.pk,
        "units": unit.pk,
        "aliases": make_alias(unit).pk,
        "collectives": collective.pk,
        "collective-members": collective.members.get().pk,
        "memberships": member.memberships.get().pk,
        "calendar-days": CalendarDay.objects.order_by("pk").values_list("pk", flat=True)[0],
        "document-kinds": DocumentKind.objects.get(code="notice").pk,
        "topics": Topic.objects.get(code="0101").pk,
        "fields-of-disclosure": ItemField.objects.get(code="elderly-care").pk,
        "reporting-days": ReportingDay.objects.get(step="unit", year=None).pk,
        **_search_keys(section),
    }


def _search_keys(section: Section) -> dict[str, Any]:
    page, name = make_published("公开的内容", section=section), f"词语{section.pk}"
    return {
        "synonyms": SynonymEntry.objects.create(word=name, others="同义词").pk,
        "best-bets": BestBet.objects.create(words=name, page=page, district=section.unit.district).pk,
        "denied-suggestions": DeniedSuggestion.objects.create(text=name).pk,
        "dictionary-words": DictionaryWord.objects.create(word=name).pk,
    }


def _administration_keys() -> dict[str, Any]:
    person = make_user()
    return {
        "user": person.pk,
        "group": Group.objects.get(name__startswith="gongkai:staff").pk,
        "token": APIToken.create_token(user=person, name="x")[0].pk,
        "site": Site.objects.get(is_default_site=True).pk,
        "redirect": Redirect.objects.create(old_path=f"/old-{person.pk}", redirect_link="/").pk,
        "workflow": Workflow.objects.first().pk,
        "task": Task.objects.first().pk,
        "footer link": FooterLink.objects.create(label="链接", url="https://example.org/").pk,
    }


def make_places() -> dict[str, Place]:
    own = make_section()
    other = make_section(column=make_column(district=own.unit.district))
    return dict(zip(PLACES, map(make_place, (own, other, make_section())), strict=True))


def make_actors(own: Section) -> dict[str, Actor]:
    """Everybody, seen from the place ``own``."""
    unit, district = own.unit, own.unit.district
    people = {
        "anonymous": None,
        "outsider": make_user(),
        "editor": make_person(Role.EDITOR, unit=unit),
        "moderator": make_person(Role.MODERATOR, unit=unit),
        "request officer": make_person(Role.REQUEST_OFFICER, unit=unit),
        "confidentiality": make_person(Role.CONFIDENTIALITY_REVIEWER, district=district),
        "office": make_person(Role.DISCLOSURE_OFFICE, district=district),
        "legal": make_person(Role.LEGAL_OFFICE, district=district),
        "designer": make_person(Role.THEME_DESIGNER, district=district),
        "auditor": make_person(Role.CITY_AUDITOR, city=district.city),
        "operator": make_person(Role.OPERATOR),
        "system": make_person(Role.SYSTEM_ADMINISTRATOR),
        "security": make_person(Role.SECURITY_ADMINISTRATOR),
        "audit": make_person(Role.AUDIT_ADMINISTRATOR),
    }
    return {name: Actor(user) for name, user in people.items()}


#: Who sees the content, files and structure of which place. Worked out from the roles by hand.
SEEN: dict[str, set[str]] = {
    "anonymous": set(),
    "outsider": set(),
    "editor": {"own"},
    "moderator": {"own"},
    "request officer": set(),
    "confidentiality": {"own", "other"},
    "office": {"own", "other"},
    "legal": set(),
    "designer": set(),
    "auditor": {"own", "other"},
    "operator": set(),
    "system": set(),
    "security": set(),
    "audit": set(),
}
