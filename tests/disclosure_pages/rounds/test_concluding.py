"""From approved decisions to law, and back by a new act."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from disclosure_pages.clearance.domain.submitting import blocking_findings
from disclosure_pages.documents.models import DocumentRelation, ForcePeriod, LegalRecord, PolicyDocument
from disclosure_pages.documents.querysets import on_day
from disclosure_pages.rounds.domain.approving import return_items
from disclosure_pages.rounds.domain.concluding import conclude_round, take_back_result
from disclosure_pages.rounds.domain.lifting import annul_document, lift_relations, undo_round
from disclosure_pages.rounds.domain.previewing import changes_of_force
from disclosure_pages.rounds.domain.result import result_items, result_lists
from disclosure_pages.rounds.enums import RoundState
from disclosure_pages.rounds.exceptions import RoundRefused
from disclosure_pages.tree.acts import editorial_act
from tests.factories.pages import make_changed_draft, publish
from tests.factories.people import make_editor
from tests.factories.rounds import TURNS, make_concluded_round, make_open_round, make_round_world, propose_all

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate
WEEK = dt.timedelta(days=7)


def forces(on=None, world=None):
    """How many documents have which force."""
    periods = ForcePeriod.objects.filter(**on_day(on or TODAY()))
    if world is not None:
        periods = periods.filter(record__number__startswith="样")
    return Counter(periods.values_list("force", flat=True))


def test_round_over_two_hundred_documents_of_three_units():
    world = make_round_world(80, 70, 50)
    review_round, page = make_concluded_round(world, turns=[*TURNS, *TURNS[:1] * 16])
    lists = {value: len(items) for value, _heading, items in result_lists(result_items(review_round=review_round))}
    before = forces()
    publish(page)
    review_round.refresh_from_db()
    relations = DocumentRelation.objects.filter(source__page=page)

    assert before == {"in_force": 200}
    assert lists == {"keep": 167, "repeal": 11, "amend": 11, "declare_expired": 11}
    assert Counter(relations.values_list("kind", "origin")) == {
        ("repeals", "decided"): 11,
        ("declares_expired", "decided"): 11,
    }
    assert forces() == {"in_force": 179, "repealed": 11, "expired": 11}  # the result document is in force itself
    assert review_round.state == RoundState.PUBLISHED


def test_nothing_has_effect_before_the_result_is_published():
    world = make_round_world(4)
    _round, page = make_concluded_round(world)

    assert forces() == {"in_force": 4}
    assert (page.live, DocumentRelation.objects.count()) == (False, 0)


def test_result_document_lists_and_links_every_document():
    world = make_round_world(4)
    review_round, page = make_concluded_round(world)
    text = page.body[0].value.source

    assert [f'id="{item.record.page_id}"' in text for item in review_round.items.all()] == [True] * 4
    assert text.count("<h2>") == 4
    assert [attachment.document.filename for attachment in page.attachments.all()] == [f"{_('Result lists')}.xlsx"]


def test_decisions_take_effect_on_the_day_of_the_round():
    world = make_round_world(4)
    day = TODAY() + WEEK
    _round, page = make_concluded_round(world, takes_effect_on=day)
    publish(page)

    assert forces(world=world) == {"in_force": 4}
    assert forces(day, world) == {"in_force": 2, "repealed": 1, "expired": 1}


def test_day_before_the_publication_still_takes_effect():
    world = make_round_world(4)
    day = TODAY() - WEEK
    _round, page = make_concluded_round(world, takes_effect_on=day)
    publish(page)

    assert forces(day, world) == {"in_force": 2, "repealed": 1, "expired": 1}


def test_result_needs_every_approval():
    world = make_round_world(2)
    review_round = make_open_round(world)
    propose_all(review_round, world)

    with pytest.raises(RoundRefused, match="2"):
        conclude_round(review_round=review_round, user=world.office, section=world.sections[0], title="结果")


def test_result_stays_in_its_district():
    world, foreign = make_round_world(0), make_round_world(0)
    review_round = make_open_round(make_round_world(1))
    review_round.state = RoundState.DECIDING
    review_round.items.all().delete()

    with pytest.raises(RoundRefused):
        conclude_round(review_round=review_round, user=foreign.office, section=world.sections[0], title="结果")


def test_changed_list_is_stopped_by_the_gate():
    world = make_round_world(4)
    _round, page = make_concluded_round(world)
    draft = PolicyDocument.objects.get(pk=page.pk).get_latest_revision_as_object()
    draft.stated_relations.set(list(draft.stated_relations.all())[:1])

    assert [finding.code for finding in blocking_findings(page=draft)] == ["gongkai.round.result_differs"]


def test_correction_drops_no_decision():
    world = make_round_world(4)
    _round, page = make_concluded_round(world)
    public = publish(page)
    draft = public.get_latest_revision_as_object()
    draft.stated_relations.set(list(draft.stated_relations.all())[:1])

    assert [finding.code for finding in blocking_findings(page=draft)] == ["gongkai.round.result_differs"]


def test_title_of_a_withdrawn_document_stays_out_of_the_result():
    world = make_round_world(4)
    LegalRecord.objects.filter(number__endswith="2号").update(title="撤下的暗号标题")
    review_round = make_open_round(world)
    propose_all(review_round, world)
    LegalRecord.objects.filter(number__endswith="2号").update(is_public=False)

    assert "撤下的暗号标题" not in {item.record.title for item in result_items(review_round=review_round)}


def test_result_is_taken_back_and_drawn_up_anew():
    world = make_round_world(4)
    review_round, page = make_concluded_round(world)
    take_back_result(review_round=review_round, user=world.legal, reason="有一件要再议")
    key = review_round.items.order_by("pk").first().pk

    assert review_round.state == RoundState.DECIDING
    assert not PolicyDocument.objects.filter(pk=page.pk).exists()
    assert return_items(review_round=review_round, user=world.legal, items=[key], reason="再议") == 1


def test_undoing_is_a_new_dated_act():
    world = make_round_world(4)
    review_round, page = make_concluded_round(world)
    publish(page)
    day = TODAY() + WEEK
    number = undo_round(review_round=review_round, user=world.legal, reason="程序有误", on=day)

    assert number == 2
    assert forces(world=world) == {"in_force": 2, "repealed": 1, "expired": 1}
    assert forces(day, world) == {"in_force": 4}
    assert set(DocumentRelation.objects.values_list("lifted_on", "lifting_reason")) == {(day, "程序有误")}
    assert review_round.state == RoundState.UNDONE


def test_corrected_result_keeps_origin_and_lifting():
    world = make_round_world(4)
    review_round, page = make_concluded_round(world)
    publish(page)
    undo_round(review_round=review_round, user=world.legal, reason="程序有误", on=TODAY())
    facts = set(DocumentRelation.objects.values_list("pk", "origin", "lifted_on"))
    publish(make_changed_draft(page, title="关于公布清理结果的决定（勘误）"))

    assert set(DocumentRelation.objects.values_list("pk", "origin", "lifted_on")) == facts


def test_past_is_not_undone():
    world = make_round_world(4)
    review_round, page = make_concluded_round(world)
    publish(page)

    with pytest.raises(ValidationError):
        undo_round(review_round=review_round, user=world.legal, reason="程序有误", on=TODAY() - WEEK)


def test_preview_says_what_lifting_would_change():
    world = make_round_world(4)
    _round, page = make_concluded_round(world)
    publish(page)
    relation = DocumentRelation.objects.get(kind="repeals")
    changes = changes_of_force(lifted={relation.pk: TODAY() + WEEK})

    assert [(change.record, change.day, change.before, change.after) for change in changes] == [
        (relation.target, TODAY() + WEEK, "repealed", "in_force")
    ]
    assert forces(TODAY() + WEEK, world) == {"in_force": 2, "repealed": 1, "expired": 1}


def test_preview_and_act_agree_about_an_annulment():
    world = make_round_world(1)
    record = LegalRecord.objects.get()
    promised = changes_of_force(annulled={record.pk: TODAY()})
    annul_document(record=record, user=world.office, reason="被复议机关撤销", on=TODAY())

    assert [(change.before, change.after) for change in promised] == [("in_force", "repealed")]
    assert forces() == {"repealed": 1}
    assert record.history.first().annulment_reason == "被复议机关撤销"


def test_document_is_annulled_once():
    world = make_round_world(1)
    annul_document(record=LegalRecord.objects.get(), user=world.office, reason="撤销", on=TODAY())

    with pytest.raises(RoundRefused):
        annul_document(record=LegalRecord.objects.get(), user=world.office, reason="撤销", on=TODAY())


def test_people_of_a_unit_lift_and_annul_nothing():
    world = make_round_world(4)
    _round, page = make_concluded_round(world)
    publish(page)
    editor = make_editor(world.sections[0].unit)

    with pytest.raises(RoundRefused):
        lift_relations(relations=list(DocumentRelation.objects.all()), user=editor, reason="我不同意", on=TODAY())
    with pytest.raises(RoundRefused):
        annul_document(record=LegalRecord.objects.first(), user=editor, reason="我不同意", on=TODAY())


def test_round_and_its_result_are_deleted_by_nobody():
    world = make_round_world(1)
    review_round, page = make_concluded_round(world)
    with editorial_act("delete"):
        PolicyDocument.objects.get(pk=page.pk).delete()
    review_round.refresh_from_db()

    assert review_round.result_page is None
