"""What is asked before publication: of a document, and of an interpretation."""

from __future__ import annotations

from typing import Any

import pytest

from disclosure_pages.clearance.domain.submitting import submission_findings
from disclosure_pages.clearance.exceptions import FindingsOpen
from disclosure_pages.documents.models import DocumentKind
from disclosure_pages.interpretations.models import Chart, InterpretationDays, Question
from disclosure_pages.interpretations.rules import SUGGESTED_HEADINGS, suggested_body
from tests.factories.documents import make_document_draft, make_policy_document
from tests.factories.interpretations import (
    ask_for_interpretation,
    make_interpretation,
    make_interpretation_draft,
    waive,
)
from tests.factories.media import make_image
from tests.factories.pages import publish, submit
from tests.factories.tree import make_section

pytestmark = pytest.mark.django_db


def codes(page: Any) -> list[str]:
    found = submission_findings(page=page.get_latest_revision_as_object())
    return [finding.code for finding in found if finding.code.startswith("gongkai.interpretation")]


@pytest.fixture
def needing() -> Any:
    ask_for_interpretation("notice")
    return make_document_draft(is_waived=False)


def test_normative_kinds_need_an_interpretation_from_the_start() -> None:
    marked = DocumentKind.objects.filter(needs_interpretation=True).values_list("legal_class", flat=True)
    assert set(marked) == {"normative"}
    assert not DocumentKind.objects.filter(legal_class="normative", needs_interpretation=False).exists()


def test_document_without_one_cannot_be_submitted(needing) -> None:
    assert codes(needing) == ["gongkai.interpretation.missing"]
    with pytest.raises(FindingsOpen):
        submit(needing)


def test_document_of_another_kind_needs_none() -> None:
    assert codes(make_document_draft()) == []


def test_document_that_is_older_than_the_rule_needs_none(needing) -> None:
    InterpretationDays.objects.update_or_create(pk=1, defaults={"since": "2026-06-02"})
    assert codes(needing) == []


def test_draft_of_its_own_unit_answers_for_it(needing) -> None:
    make_interpretation_draft(needing)
    assert codes(needing) == []


def test_draft_of_another_unit_does_not(needing) -> None:
    make_interpretation_draft(needing, section=make_section(column=needing.column))
    assert codes(needing) == ["gongkai.interpretation.missing"]


def test_link_that_was_taken_out_again_counts_no_more(needing) -> None:
    draft = make_interpretation_draft(needing, make_document_draft())
    draft.documents.set(list(draft.documents.all())[1:])
    draft.save_revision(user=draft.owner)
    assert codes(needing) == ["gongkai.interpretation.missing"]


def test_waiver_answers_for_it(needing) -> None:
    waive(needing)
    assert codes(needing) == []
    assert publish(needing).live


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"form": "text", "body": ""}, 1),
        ({"form": "expert", "body": "<p></p>"}, 1),
        ({"form": "chart"}, 1),
        ({"form": "questions", "body": ""}, 1),
        ({"form": "video", "body": ""}, 1),
        ({"form": "video", "body": "", "video_link": "https://example.org/v"}, 1),
        ({"form": "video", "body": "", "video_link": "https://example.org/v", "transcript": "<p>旁白</p>"}, 0),
        ({"form": "questions", "body": "", "questions": [Question(question="何时起？", answer="<p>即日起。</p>")]}, 0),
        ({"form": "questions", "body": "", "questions": [Question(question="何时起？", answer="<p> </p>")]}, 1),
        ({"form": "media"}, 0),
    ],
)
def test_each_form_has_its_parts(fields, expected) -> None:
    draft = make_interpretation_draft(make_policy_document(), **fields)
    assert codes(draft) == ["gongkai.interpretation.incomplete"] * expected


def test_chart_needs_its_words() -> None:
    document, image = make_policy_document(), make_image()
    bare = make_interpretation_draft(document, form="chart", charts=[Chart(image=image, alternative="")])
    found = submission_findings(page=bare.get_latest_revision_as_object())
    assert [(item.code, item.field) for item in found] == [("gongkai.children.incomplete", "charts")]
    described = make_interpretation_draft(document, form="chart", charts=[Chart(image=image, alternative="先领号。")])
    assert submission_findings(page=described.get_latest_revision_as_object()) == []


def test_interpretation_without_a_document_cannot_be_submitted() -> None:
    draft = make_interpretation_draft(make_policy_document())
    draft.documents.set([])
    draft.save_revision(user=draft.owner)
    found = submission_findings(page=draft.get_latest_revision_as_object())
    assert [item.code for item in found] == ["gongkai.children.missing"]


def test_suggested_headings_that_were_left_alone_are_named() -> None:
    draft = make_interpretation_draft(make_policy_document(), body=suggested_body())
    found = submission_findings(page=draft.get_latest_revision_as_object())
    bare = [item.message for item in found if item.code == "gongkai.interpretation.bare_heading"]
    assert [heading for heading in SUGGESTED_HEADINGS if any(heading in text for text in bare)] == list(
        SUGGESTED_HEADINGS
    )
    filled = suggested_body().replace("<p></p>", "<p>说明。</p>")
    assert codes(make_interpretation_draft(make_policy_document(), body=filled)) == []


def test_hidden_document_of_another_unit_is_refused_without_its_title() -> None:
    secret = make_document_draft("尚未公开的方案")
    draft = make_interpretation_draft(make_policy_document(), secret)
    found = submission_findings(page=draft.get_latest_revision_as_object())
    assert [item.code for item in found] == ["gongkai.interpretation.foreign_document"]
    assert secret.title not in str(found)


def test_public_interpretation_of_another_unit_answers_for_a_document() -> None:
    document = make_policy_document()
    make_interpretation(document, section=make_section(column=document.column))
    ask_for_interpretation("notice")
    assert codes(document) == []
