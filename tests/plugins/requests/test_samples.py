from plugins.contrib.requests.enums import CaseState
from plugins.contrib.requests.models import Case
from plugins.contrib.requests.samples import make_samples


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
