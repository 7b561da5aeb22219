"""Which documents belong together, found in one question for each step."""

from disclosure_pages.documents.force.computing import force_periods
from disclosure_pages.documents.force.reaching import affected, closure
from tests.disclosure_pages.documents.force.histories import random_histories
from tests.disclosure_pages.documents.force.story import act

CHAIN = [act("repeals", key, source=key, target=key + 1) for key in range(1, 5)]
OTHERS = [act("implements", 8, source=8, target=5), act("amends", 9, source=None, target=5)]


def _asking(relations, end):
    questions = []

    def ask(keys):
        questions.append(set(keys))
        return [relation for relation in relations if getattr(relation, end) in keys]

    return ask, questions


def test_closure_is_everything_upstream():
    ask, questions = _asking(CHAIN + OTHERS, "target")

    assert closure([3, 5], ask) == {1, 2, 3, 4, 5}
    assert questions == [{3, 5}, {2, 4}, {1}]


def test_affected_is_everything_downstream():
    ask, questions = _asking(CHAIN + OTHERS, "source")

    assert affected([2, 8], ask) == {2, 3, 4, 5, 8}
    assert questions == [{2, 8}, {3}, {4}, {5}]


def test_closure_ends_in_a_circle():
    ask, questions = _asking([act("repeals", 5, source=1, target=2), act("repeals", 5, source=2, target=1)], "target")

    assert (closure([1], ask), len(questions)) == ({1, 2}, 2)


def test_nothing_is_asked_about_nothing():
    ask, questions = _asking(CHAIN, "target")

    assert (closure([], ask), questions) == (set(), [])


def test_closure_is_all_that_computing_needs():
    for documents, relations in random_histories(seed=4, count=300):
        ask, _questions = _asking(relations, "target")
        needed = closure([1], ask)
        some = [document for document in documents if document.key in needed]

        assert force_periods(some, relations)[1] == force_periods(documents, relations)[1]
