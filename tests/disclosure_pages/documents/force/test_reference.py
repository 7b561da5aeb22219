"""The engine against the reference model: 100,000 random histories, and a search for the smallest that differs."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_pages.documents.force.computing import force_periods
from disclosure_pages.documents.force.enums import LegalForce, RelationKind
from disclosure_pages.documents.force.facts import DocumentFacts, RelationFacts
from tests.disclosure_pages.documents.force.histories import DAYS, differences, random_histories

CHUNKS, CHUNK = 5, 20_000

days = st.sampled_from(DAYS[:6])
maybe = st.one_of(st.none(), days)
keys = st.integers(1, 4)
relations = st.builds(
    RelationFacts,
    key=st.just(0),
    source=st.one_of(st.none(), keys),
    target=keys,
    kind=st.sampled_from(RelationKind.values),
    takes_effect_on=days,
    new_expiry=maybe,
    lifted_on=maybe,
    ends_with_source=st.booleans(),
    order=st.integers(0, 1),
)


@pytest.mark.slow
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_engine_agrees_with_the_reference(chunk):
    found = ((history, differences(*history)) for history in random_histories(seed=chunk, count=CHUNK))

    assert next((pair for pair in found if pair[1]), None) is None


@given(facts=st.lists(st.tuples(days, maybe, maybe), min_size=4, max_size=4), acts=st.lists(relations, max_size=5))
def test_engine_agrees_on_the_smallest_history(facts, acts):
    documents = [
        DocumentFacts(key=key, effective_on=effective, expires_on=expires, annulled_on=annulled)
        for key, (effective, expires, annulled) in enumerate(facts, start=1)
    ]
    numbered = [_with_key(relation, key) for key, relation in enumerate(acts)]

    assert differences(documents, numbered) == []


def _with_key(relation, key):
    return RelationFacts(**{name: getattr(relation, name) for name in relation.__slots__} | {"key": key})


def test_order_of_the_facts_does_not_matter():
    for documents, acts in random_histories(seed=7, count=500):
        shuffled = random.Random(1).sample(documents, len(documents)), random.Random(2).sample(acts, len(acts))

        assert force_periods(*shuffled) == force_periods(documents, acts)


def test_random_histories_have_every_force_and_act_in_circles():
    histories = list(random_histories(seed=0, count=2_000))
    seen = {period.force for history in histories for periods in force_periods(*history).values() for period in periods}
    turned = sum(any(act.source and act.source >= act.target for act in acts) for _documents, acts in histories)

    assert seen == set(LegalForce.values)
    assert turned > 200
