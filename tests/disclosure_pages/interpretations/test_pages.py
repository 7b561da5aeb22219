"""Interpretations and documents as readers see them, linked both ways; the plan is seen by nobody outside."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from disclosure_pages.clearance.digest import content_digest
from disclosure_pages.clearance.domain.acts import withdraw_content
from disclosure_pages.interpretations.enums import InterpretationForm
from disclosure_pages.interpretations.models import Chart, InterpretationPlan, Question
from tests.disclosure_pages.public.markup import markup_errors, soup_of
from tests.factories.documents import document_section, make_document_draft, make_policy_document
from tests.factories.interpretations import make_interpretation, make_interpretation_draft
from tests.factories.media import make_document, make_image
from tests.factories.pages import make_draft, publish
from tests.factories.people import make_moderator

from .conftest import stored

pytestmark = pytest.mark.django_db


def text_of(visitor: Any, page: Any) -> str:
    response = visitor.get(stored(page).get_url())
    assert (response.status_code, markup_errors(response)) == (200, [])
    return str(soup_of(response).find("main").get_text(" ", strip=True))


def parts() -> dict[str, dict[str, Any]]:
    chart = Chart(image=make_image(), caption="办理流程图", alternative="先领号，再交材料。")
    question = Question(question="从哪天起执行？", answer="<p>自发布之日起。</p>")
    video = {"video_link": "https://example.org/v", "transcript": "<p>旁白：欢迎收看。</p>"}
    return {
        "chart": {"charts": [chart]},
        "questions": {"questions": [question]},
        "video": {"video_file": make_document(title="解读视频"), **video},
    }


SHOWN = {
    "chart": ["办理流程图", "先领号，再交材料。"],
    "questions": ["从哪天起执行？", "自发布之日起。"],
    "video": ["解读视频", "旁白：欢迎收看。"],
}


@pytest.mark.parametrize("form", InterpretationForm.values)
def test_page_shows_the_parts_of_its_form(visitor, form) -> None:
    document = make_policy_document("关于停车管理的通知")
    page = make_interpretation(document, form=form, interpreter_name="张教授", **parts().get(form, {}))
    text = text_of(visitor, page)
    wanted = [str(InterpretationForm(form).label), "张教授", document.title, *SHOWN.get(form, ["为了方便群众办事。"])]
    assert [word for word in wanted if word not in text] == []


def test_interpretation_names_its_documents_with_their_force(visitor) -> None:
    document = make_policy_document("关于停车管理的通知")
    response = visitor.get(stored(make_interpretation(document)).get_url())
    badge = soup_of(response).find(class_="force")
    assert badge.get_text(strip=True)
    assert badge.find_previous("a")["href"].endswith(f"/{document.slug}/")


def test_document_names_its_public_interpretations(visitor) -> None:
    document = make_policy_document("关于停车管理的通知")
    make_interpretation(document, title="停车通知解读")
    make_interpretation_draft(document, title="还没写完的解读")
    text = text_of(visitor, document)
    assert ("停车通知解读" in text, "还没写完的解读" in text) == (True, False)


def test_withdrawn_document_disappears_from_the_interpretation(visitor) -> None:
    document = make_policy_document("被撤下的通知")
    other = make_policy_document("仍然公开的通知", section=document_section(unit=document.unit))
    page = make_interpretation(document, other, title="两份文件的说明")
    withdraw_content(page=document, user=make_moderator(document.unit), reason="有误")
    text = text_of(visitor, page)
    assert ("被撤下的通知" in text, "仍然公开的通知" in text) == (False, True)


def test_preview_names_documents_that_are_not_public_yet() -> None:
    draft = make_interpretation_draft(make_document_draft("待发布的通知"), title="同步解读")
    response = draft.make_preview_request(None, "")
    assert "待发布的通知" in response.content.decode()


def test_plan_is_cleared_with_the_document_and_shown_to_nobody(visitor) -> None:
    draft = make_document_draft()
    before = content_digest(draft)
    draft.interpretation_plans.set([InterpretationPlan(form="chart", outline="内部提纲：重点说明", drafter="李某")])
    draft.save_revision(user=draft.owner)
    assert content_digest(draft) != before
    public = publish(draft)
    assert public.interpretation_plans.get().outline == "内部提纲：重点说明"
    assert "内部提纲" not in visitor.get(public.get_url()).content.decode()
    api = visitor.get(reverse("gongkai_public_api:content", args=[public.pk])).content.decode()
    assert ("内部提纲" in api, "李某" in api) == (False, False)


def test_digest_covers_documents_charts_and_questions() -> None:
    draft = make_interpretation_draft(make_policy_document(), **parts()["chart"], **parts()["questions"])
    digests = {content_digest(draft)}
    for relation in ("documents", "charts", "questions"):
        getattr(draft, relation).set([])
        digests.add(content_digest(draft))
    draft.publish_together = False
    assert len({*digests, content_digest(draft)}) == 5


def test_digest_of_the_draft_is_that_of_the_published_page() -> None:
    draft = make_interpretation_draft(make_policy_document(), **parts()["chart"], **parts()["questions"])
    reviewed = content_digest(draft.get_latest_revision_as_object())
    assert content_digest(stored(publish(draft))) == reviewed


def test_interpretation_is_in_the_feed_and_the_listing_of_its_column(visitor) -> None:
    page = make_interpretation(make_policy_document(), title="停车通知解读")
    column = page.column.get_url()
    assert [page.title in visitor.get(column + name).content.decode() for name in ("", "atom.xml")] == [True, True]


def test_description_without_prose_is_the_first_answer() -> None:
    question = Question(question="从哪天起执行？", answer="<p>自发布之日起。</p>")
    draft = make_interpretation_draft(make_policy_document(), form="questions", body="", questions=[question])
    assert draft.get_latest_revision_as_object().description == "自发布之日起。"


def test_queries_do_not_grow_with_the_documents(visitor, django_assert_max_num_queries) -> None:
    place = document_section()
    documents = [make_policy_document(section=place) for _number in range(3)]
    one, three = make_interpretation(documents[0]), make_interpretation(*documents)
    assert [visitor.get(page.get_url()).status_code for page in (one, three, one)] == [200, 200, 200]
    with django_assert_max_num_queries(30) as few:
        visitor.get(one.get_url())
    with django_assert_max_num_queries(30) as many:
        visitor.get(three.get_url())
    assert len(few) == len(many)


def test_old_version_survives_the_deletion_of_its_document() -> None:
    gone = make_document_draft("将被删除")
    draft = make_interpretation_draft(make_policy_document(), gone)
    first = draft.get_latest_revision()
    draft.documents.set(list(draft.documents.all())[:1])
    draft.save_revision(user=draft.owner)
    stored(gone).delete()
    assert [row.document_id for row in first.as_object().documents.all()][1] is None


def test_another_kind_of_content_is_not_touched() -> None:
    assert not hasattr(make_draft(), "pairings")
