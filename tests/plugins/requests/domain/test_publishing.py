import pytest

from cms.people.enums import Role
from plugins.contrib.requests.domain.handling.deciding import approve_decision, draft_decision
from plugins.contrib.requests.domain.handling.publishing import draft_answer
from plugins.contrib.requests.enums import EventKind, Outcome
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.models import Case, DisclosedAnswer
from plugins.contrib.requests.views.desk.forms.publishing import PublishForm
from tests.factories.cases import write_letter
from tests.factories.pages import publish
from tests.factories.people import make_membership, make_person
from tests.factories.tenancy import make_unit
from tests.factories.tree import make_column, make_home, make_section

TEXTS = {"title": "绿化项目预算", "question": "申请公开2025年绿化项目预算", "answer": "预算见附件。\n总额12万元。"}


@pytest.fixture
def section(district, unit):
    make_home(district)
    return make_section(column=make_column("依申请公开", district=district), unit=unit)


@pytest.fixture
def decided(accepted, officer, office):
    Case.objects.filter(pk=accepted.pk).update(name="张三丰")
    draft_decision(
        case=accepted,
        outcome=Outcome.GRANTED,
        reasons="可以公开",
        basis="第三十六条",
        user=officer,
        day=accepted.received_on,
    )
    write_letter(accepted, "granted", by=officer, approved_by=office)
    return approve_decision(case=accepted, user=office, day=accepted.received_on)


def test_answer_becomes_a_draft_that_names_nobody(decided, section, unit, officer):
    make_membership(officer, Role.EDITOR, unit=unit)
    page = draft_answer(case=decided, section=section, user=officer, **TEXTS)

    assert (page.live, page.question) == (False, TEXTS["question"])
    assert DisclosedAnswer.objects.get().get_parent().specific == section
    assert decided.events.get(kind=EventKind.PUBLISHED).data == {"page": page.pk}


@pytest.mark.parametrize("field", sorted(TEXTS))
def test_text_that_names_the_applicant_is_refused(decided, section, unit, officer, field):
    make_membership(officer, Role.EDITOR, unit=unit)
    with pytest.raises(CaseRefused, match="申请人"):
        draft_answer(case=decided, section=section, user=officer, **{**TEXTS, field: "张三丰的申请"})
    assert not DisclosedAnswer.objects.exists()


def test_officer_leaves_a_draft_to_the_editors_of_the_unit(decided, section, unit, officer):
    editor = make_person(Role.EDITOR, "editor", unit=unit)
    page = draft_answer(case=decided, section=section, user=officer, **TEXTS)

    rights = [page.permissions_for_user(person).can_edit() for person in (officer, editor)]
    assert (page.live, rights) == (False, [False, True])


def test_place_of_another_unit_is_refused(decided, section, district, officer):
    other = make_section(column=section.get_parent().specific, unit=make_unit(district, name="乙局", code="yi-ju"))
    with pytest.raises(CaseRefused):
        draft_answer(case=decided, section=other, user=officer, **TEXTS)
    assert not DisclosedAnswer.objects.exists()


def test_column_for_requests_is_proposed(decided, section, unit):
    make_section(column=make_column("其他法定信息", district=unit.district), unit=unit)
    type(section.get_parent().specific).objects.filter(pk=section.get_parent().pk).update(purpose="on_request")
    form = PublishForm(case=decided)

    assert (form.fields["section"].queryset.count(), form.fields["section"].initial) == (2, section)


def test_readers_see_question_and_answer(decided, section, unit, officer, client):
    make_membership(officer, Role.EDITOR, unit=unit)
    page = publish(draft_answer(case=decided, section=section, user=officer, **TEXTS))
    html = client.get(page.get_url(), headers={"host": "localhost"}).content.decode()

    assert [word in html for word in ("申请公开2025年绿化项目预算", "总额12万元", "张三丰")] == [True, True, False]
