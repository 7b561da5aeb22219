from plugins.contrib.requests.domain.letters.details import details_of, keep_details
from plugins.contrib.requests.enums import CaseState, LetterState
from plugins.contrib.requests.letter_samples import make_letter_samples
from plugins.contrib.requests.letters.variables import gaps_in
from plugins.contrib.requests.models import Case, Letter, Redaction
from plugins.contrib.requests.samples import make_samples
from tests.plugins.requests.letters.conftest import GIVEN


def test_samples_stand_in_many_states_and_are_made_once(district, office, officer):
    make_samples(district=district)
    make_samples(district=district)

    assert set(Case.objects.values_list("state", flat=True)) == {
        CaseState.RECEIVED,
        CaseState.CORRECTION_ASKED,
        CaseState.ASKING_THIRD_PARTY,
        CaseState.EXTENDED,
        CaseState.SERVED,
        CaseState.CLOSED,
        CaseState.WITHDRAWN,
    }
    assert Case.objects.count() == 8


def test_nothing_is_made_without_people(district):
    make_samples(district=district)

    assert not Case.objects.exists()


def test_letters_stand_in_each_state_and_are_made_once(district, office, officer):
    make_samples(district=district)
    make_letter_samples(district=district)
    made = list(Letter.objects.values_list("pk", "kind", "state"))
    make_letter_samples(district=district)

    assert list(Letter.objects.values_list("pk", "kind", "state")) == made
    assert {state for _key, _kind, state in made} == set(LetterState)
    assert [gaps_in(letter.body) for letter in Letter.objects.exclude(state="draft")] == [[]] * (len(made) - 1)
    assert Redaction.objects.get().places == 2


def test_letter_samples_leave_what_a_district_said(district, office, officer):
    keep_details(district=district, user=office, **{**GIVEN, "court": "乙法院"})
    make_samples(district=district)
    make_letter_samples(district=district)

    assert details_of(district).court == "乙法院"
