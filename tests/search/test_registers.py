"""The registers of the search: who keeps which, and what they refuse."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cms.people.enums import Role
from search.models import BestBet, DeniedSuggestion, DictionaryWord, SynonymEntry
from tests.cms.registers.conftest import client_of
from tests.factories.pages import make_draft, make_published
from tests.factories.people import make_person
from tests.factories.tree import make_section

pytestmark = pytest.mark.django_db
WORDS = ["synonyms", "denied-suggestions", "dictionary-words"]


def address(register: str, *rest: object) -> str:
    return "/".join(["/admin/registers", register, *map(str, rest)]) + "/"


@pytest.fixture
def page():
    return make_published("低保申请指南", section=make_section())


@pytest.fixture
def operator():
    return client_of(make_person(Role.OPERATOR))


@pytest.fixture
def office(page):
    return client_of(make_person(Role.DISCLOSURE_OFFICE, district=page.district))


def errors(response) -> dict[str, list[str]]:
    return dict(response.context["form"].errors)


@pytest.mark.parametrize("role", [Role.OPERATOR, Role.SYSTEM_ADMINISTRATOR])
@pytest.mark.parametrize("register", [*WORDS, "best-bets"])
def test_those_who_run_the_installation_keep_words(role, register) -> None:
    client = client_of(make_person(role))

    assert {client.get(address(register, *rest)).status_code for rest in ((), ("create",), ("import",))} == {200}


@pytest.mark.parametrize("register", WORDS)
def test_office_reads_words_of_all_districts_and_changes_none(office, register) -> None:
    entry = {
        "synonyms": lambda: SynonymEntry.objects.create(word="低保", others="救助"),
        "denied-suggestions": lambda: DeniedSuggestion.objects.create(text="低保"),
        "dictionary-words": lambda: DictionaryWord.objects.create(word="低保"),
    }[register]()
    shown = [office.get(address(register)), office.get(address(register, "inspect", entry.pk))]

    assert [response.status_code for response in shown] == [200, 200]
    assert [office.get(address(register, *rest)).status_code for rest in (("create",), ("edit", entry.pk))] == [
        302,
        302,
    ]


@pytest.mark.parametrize("role", [Role.EDITOR, Role.MODERATOR])
def test_units_have_no_registers_of_the_search(page, role) -> None:
    client = client_of(make_person(role, unit=page.unit))

    assert [client.get(address(register)).status_code for register in (*WORDS, "best-bets")] == [302] * 4


def test_synonym_is_made_on_the_form(operator) -> None:
    form = operator.get(address("synonyms", "create") + "?word=娃娃班&key=x").context["form"]
    posted = {"word": "娃娃班", "others": "托育，托儿所、娃娃班", "direction": "both", "ends_on": "2030-01-01"}
    response = operator.post(address("synonyms", "create"), posted)

    assert (form.initial["word"], response.status_code) == ("娃娃班", 302)
    assert SynonymEntry.objects.get().other_words == ("托育", "托儿所", "娃娃班")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"word": "！"}, "word"),
        ({"others": "，、"}, "others"),
        ({"others": "娃娃班"}, "others"),
        ({"others": "，".join("甲乙丙丁戊己庚辛壬癸子丑")}, "others"),
        ({"starts_on": "2026-02-02", "ends_on": "2026-02-01"}, "ends_on"),
        ({"word": "低 保"}, "word"),
    ],
)
def test_synonym_that_makes_no_sense_is_refused(operator, changes, field) -> None:
    SynonymEntry.objects.create(word="低保", others="救助")
    posted = {"word": "娃娃班", "others": "托育", "direction": "both", **changes}
    response = operator.post(address("synonyms", "create"), posted)

    assert list(errors(response)) == [field]
    assert SynonymEntry.objects.count() == 1


def test_best_bet_is_given_by_the_address_that_readers_see(operator, page) -> None:
    posted = {"words": "低保", "address": f"  {page.get_full_url()}?q=1 "}
    response = operator.post(address("best-bets", "create"), posted)

    assert response.status_code == 302
    bet = BestBet.objects.get()
    assert (bet.words, bet.page_id, bet.district) == ("低保", page.pk, None)


def test_best_bet_leads_to_no_draft(operator, page) -> None:
    draft = make_draft("草案", section=page.get_parent().specific)
    posted = {"words": "低保", "address": page.get_full_url().rstrip("/") + "-x/"}
    for url in (posted["address"], draft.url_path, "https://elsewhere.example/", "不是地址", "http://[::1"):
        response = operator.post(address("best-bets", "create"), {**posted, "address": url})
        assert list(errors(response)) == ["address"]
    assert not BestBet.objects.exists()


def test_office_keeps_best_bets_of_its_district(office, page) -> None:
    form = office.get(address("best-bets", "create")).context["form"]
    posted = {"words": "低保", "address": page.get_full_url(), "district": page.district_id}

    assert (form.initial["district"], form.fields["district"].required) == (page.district_id, True)
    assert office.post(address("best-bets", "create"), posted).status_code == 302
    assert BestBet.objects.get().district_id == page.district_id


def test_office_makes_no_best_bet_elsewhere(office, page) -> None:
    foreign = make_published("外区公告", section=make_section())
    for district, target in (("", page), (foreign.district_id, foreign), (page.district_id, foreign)):
        posted = {"words": "低保", "address": target.url_path, "district": district}
        assert office.post(address("best-bets", "create"), posted).status_code == 200
    assert not BestBet.objects.exists()


def test_office_sees_no_best_bet_of_another_district(office) -> None:
    foreign = make_published("外区公告", section=make_section())
    bet = BestBet.objects.create(words="低保", page=foreign, district=foreign.district)

    assert [office.get(address("best-bets", verb, bet.pk)).status_code for verb in ("edit", "inspect")] == [404, 404]
    assert "外区公告" not in office.get(address("best-bets")).content.decode()


def test_table_of_best_bets_comes_back_as_it_was_exported(operator, page) -> None:
    BestBet.objects.create(words="低保", page=page)
    exported = operator.get(address("best-bets") + "?export=csv").content

    assert page.get_full_url() in exported.decode("utf-8-sig")
    BestBet.objects.all().delete()
    assert _import(operator, "best-bets", exported).status_code == 302
    assert list(BestBet.objects.values_list("words", "page")) == [("低保", page.pk)]


def test_table_names_the_row_that_cannot_be_read(operator) -> None:
    table = "词语,同义词,方向\n娃娃班,托育,双向\n,托育,随便\n"
    response = _upload(operator, "synonyms", table.encode())
    rows = {(problem.row, problem.heading) for problem in response.context["plan"].problems}

    assert rows == {(3, "词语"), (3, "方向")}
    assert not SynonymEntry.objects.exists()


def _upload(client, register, content):
    return client.post(address(register, "import"), {"file": SimpleUploadedFile("x.csv", content)})


def _import(client, register, content):
    preview = _upload(client, register, content)
    return client.post(address(register, "import"), {"state": preview.context["confirm_form"].initial["state"]})


def test_words_are_kept_once_in_whatever_spelling(operator) -> None:
    registers = (("denied-suggestions", "text", DeniedSuggestion), ("dictionary-words", "word", DictionaryWord))
    for register, field, model in registers:
        assert operator.post(address(register, "create"), {field: "ＡＢ 辦"}).status_code == 302
        assert list(errors(operator.post(address(register, "create"), {field: "ab办"}))) == [field]
        assert model.objects.count() == 1


def test_history_says_who_changed_an_entry(operator) -> None:
    operator.post(address("dictionary-words", "create"), {"word": "码上办"})
    entry = DictionaryWord.objects.get()

    assert "码上办" in operator.get(address("dictionary-words", "history", entry.pk)).content.decode()
    assert entry.history.get().history_user is not None
