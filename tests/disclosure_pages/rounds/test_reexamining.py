"""The yearly re-examination: who sees what is not disclosed, what becomes of it, and that nothing of it leaks."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from cms.people.enums import Role
from disclosure_pages.clearance.domain.reviewing import Ruling
from disclosure_pages.clearance.enums import WithheldGround
from disclosure_pages.clearance.models import Clearance
from disclosure_pages.rounds.domain.reexamining import Looked, decide_again, open_reexamination
from disclosure_pages.rounds.domain.reporting import conclude_reexamination
from disclosure_pages.rounds.domain.undisclosed import undisclosed_in
from disclosure_pages.rounds.enums import ReexaminationState, Reexamined
from disclosure_pages.rounds.exceptions import RoundRefused
from disclosure_pages.tree.enums import DisclosureAttribute
from tests.factories.pages import approve_next, make_draft, make_published, publish, submit
from tests.factories.people import make_editor, make_person
from tests.factories.tenancy import make_unit
from tests.factories.tree import make_section

pytestmark = pytest.mark.django_db
CANARY = "暗号金丝雀"
DUE = timezone.localdate() + dt.timedelta(days=30)
KEEP = Looked(decision=Reexamined.KEEP, reason="仍属内部事务信息")


def withhold(page, attribute=DisclosureAttribute.WITHHELD):
    """Let the reviews decide that ``page`` is not disclosed."""
    ground = WithheldGround.INTERNAL_AFFAIRS if attribute == DisclosureAttribute.WITHHELD else ""
    submit(page)
    approve_next(page)
    approve_next(page, ruling=Ruling(attribute=attribute, basis="第十六条", ground=ground))
    return page


@pytest.fixture
def section():
    return make_section()


@pytest.fixture
def other(section):
    return make_section(column=section.get_parent().specific, unit=make_unit(section.unit.district))


@pytest.fixture
def office(section):
    return make_person(Role.DISCLOSURE_OFFICE, district=section.unit.district)


@pytest.fixture
def page(section):
    return withhold(make_draft(f"关于{CANARY}的内部纪要", section=section))


def open_campaign(section, office):
    return open_reexamination(district=section.unit.district, user=office, year=2026, due_on=DUE)


def table_url(campaign, unit):
    return reverse("gongkai_rounds:reexamination_table", args=[campaign.pk, unit.pk])


def test_latest_clearance_says_whether_content_is_undisclosed(section, other):
    district = section.unit.district
    kept = withhold(make_draft(section=section))
    on_request = withhold(make_draft(section=other), DisclosureAttribute.ON_REQUEST)
    publish(withhold(make_draft(section=section)))
    make_published(section=section)

    assert {row.page_id for row in undisclosed_in(district)} == {kept.pk, on_request.pk}


def test_units_are_told_a_number_and_no_title(section, office, page, django_capture_on_commit_callbacks):
    editor = make_editor(section.unit)
    with django_capture_on_commit_callbacks(execute=True):
        open_campaign(section, office)
    letters = [letter for letter in mail.outbox if letter.to == [editor.email]]

    assert [("1" in letter.body, CANARY in letter.body) for letter in letters] == [(True, False)]


def test_one_reexamination_a_year(section, office, page):
    open_campaign(section, office)

    with pytest.raises(ValidationError):
        open_campaign(section, office)


def test_keeping_needs_a_reason(section, office, page):
    campaign = open_campaign(section, office)
    said = {campaign.items.get().pk: Looked(decision=Reexamined.KEEP)}

    with pytest.raises(ValidationError):
        decide_again(campaign=campaign, user=make_editor(section.unit), decisions=said)


def test_released_content_is_reviewed_anew(section, office, page):
    campaign = open_campaign(section, office)
    said = {campaign.items.get().pk: Looked(decision=Reexamined.RELEASE)}
    decide_again(campaign=campaign, user=make_editor(section.unit), decisions=said)
    page.refresh_from_db()

    assert (page.live, Clearance.objects.of(page).valid().count()) == (False, 0)
    assert publish(page).live


def test_release_is_not_taken_back(section, office, page):
    campaign, editor = open_campaign(section, office), make_editor(section.unit)
    key = campaign.items.get().pk
    decide_again(campaign=campaign, user=editor, decisions={key: Looked(decision=Reexamined.RELEASE)})

    assert decide_again(campaign=campaign, user=editor, decisions={key: KEEP}) == 0


def test_others_decide_nothing(section, other, office, page):
    campaign = open_campaign(section, office)
    said = {campaign.items.get().pk: KEEP}

    assert decide_again(campaign=campaign, user=make_editor(other.unit), decisions=said) == 0
    assert decide_again(campaign=campaign, user=office, decisions=said) == 0


def test_result_needs_every_decision(section, office, page):
    campaign = open_campaign(section, office)

    with pytest.raises(RoundRefused):
        conclude_reexamination(campaign=campaign, user=office, section=section, title="结果")


def test_published_result_has_figures_and_no_titles(section, office, page, client):
    withhold(make_draft(f"另一份{CANARY}", section=section), DisclosureAttribute.ON_REQUEST)
    campaign = open_campaign(section, office)
    keys = list(campaign.items.order_by("pk").values_list("pk", flat=True))
    said = {keys[0]: Looked(decision=Reexamined.KEEP, reason=f"{CANARY}不宜公开"), keys[1]: Looked(decision="release")}
    decide_again(campaign=campaign, user=make_editor(section.unit), decisions=said)
    result = publish(conclude_reexamination(campaign=campaign, user=office, section=section, title="定期审查结果"))
    campaign.refresh_from_db()
    text = client.get(result.url).content.decode()

    assert campaign.state == ReexaminationState.PUBLISHED
    assert [row[1:] for row in result.body[1].value["data"][1:]] == [["2", "1", "1"]]
    assert (section.unit.name in text, CANARY in text) == (True, False)


def test_only_people_concerned_see_what_is_undisclosed(section, other, office, page, as_user):
    withhold(make_draft(section=other))
    campaign = open_campaign(section, office)
    url, district = table_url(campaign, section.unit), section.unit.district
    concerned = [make_editor(section.unit), office, make_person(Role.CONFIDENTIALITY_REVIEWER, district=district)]
    strangers = [
        make_editor(other.unit),
        make_person(Role.LEGAL_OFFICE, district=district),
        make_person(Role.CITY_AUDITOR, city=district.city),
        make_person(Role.THEME_DESIGNER, district=district),
        make_person(Role.DISCLOSURE_OFFICE, district=make_section().unit.district),
    ]

    assert [CANARY in as_user(person).get(url).content.decode() for person in concerned] == [True] * 3
    assert [as_user(person).get(url).status_code for person in strangers] == [404] * 5


def test_marked_word_appears_on_no_screen_of_others(section, other, office, page, as_user):
    withhold(make_draft(section=other))
    campaign = open_campaign(section, office)
    stranger = as_user(make_editor(other.unit))
    names = ("index", "expiring", "reexaminations")
    urls = [reverse(f"gongkai_rounds:{name}") for name in names]
    urls += [
        reverse("wagtailadmin_home"),
        reverse("gongkai_rounds:reexamination", args=[campaign.pk]),
        table_url(campaign, other.unit),
    ]
    texts = [stranger.get(url) for url in urls]

    assert [response.status_code for response in texts] == [200] * 6
    assert [url for url, response in zip(urls, texts, strict=True) if CANARY in response.content.decode()] == []


def test_unit_sees_its_own_progress_only(section, other, office, page, as_user):
    withhold(make_draft(section=other))
    url = reverse("gongkai_rounds:reexamination", args=[open_campaign(section, office).pk])

    assert [row["unit"] for row in as_user(make_editor(other.unit)).get(url).context["rows"]] == [other.unit.pk]
    assert len(as_user(office).get(url).context["rows"]) == 2


def test_table_is_saved_on_its_screen(section, office, page, as_user):
    campaign = open_campaign(section, office)
    item = campaign.items.get()
    data = {f"row-{item.pk}-seen": "", f"initial-row-{item.pk}-decision": "", f"initial-row-{item.pk}-reason": ""}
    data |= {f"row-{item.pk}-decision": "keep", f"row-{item.pk}-reason": "仍属内部事务信息"}
    editor = make_editor(section.unit)

    assert as_user(editor).post(table_url(campaign, section.unit), data).status_code == 302
    item.refresh_from_db()
    assert (item.decision, item.decided_by) == (Reexamined.KEEP, editor)


def test_office_opens_and_concludes_on_screens(section, office, page, as_user):
    client = as_user(office)
    values = {"district": section.unit.district.pk, "year": 2026, "due_on": DUE.isoformat()}
    opened = client.post(reverse("gongkai_rounds:reexaminations"), values)
    campaign = client.get(opened.headers["Location"]).context["campaign"]
    decide_again(campaign=campaign, user=make_editor(section.unit), decisions={campaign.items.get().pk: KEEP})
    url = reverse("gongkai_rounds:reexamination_conclude", args=[campaign.pk])
    done = client.post(url, {"title": "定期审查结果", "section": section.pk})

    assert (opened.status_code, done.status_code) == (302, 302)
    assert as_user(make_editor(section.unit)).get(url).status_code == 404


def test_desk_shows_a_number_and_no_title(section, office, page, as_user):
    open_campaign(section, office)
    response = as_user(make_editor(section.unit)).get(reverse("wagtailadmin_home"))

    text = response.content.decode()
    assert (reverse("gongkai_rounds:reexaminations") in text, CANARY in text) == (True, False)
