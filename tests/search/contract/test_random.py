"""The sets of hits are those of a slow and obvious reference: a scan over the tokens of every document."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.engines.contract import PROSE, AnyOf, Question
from search.engines.fields import searched_tokens
from search.text.tokens import tokens_of
from tests.factories.search import make_phrase, make_request, make_search_document

from .asking import keys

NEARBY = st.text(alphabet="政务公开長长a1２é 。", max_size=12)
ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=20)
TEXTS = NEARBY | ANY_TEXT
DOCUMENTS = st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=6)


@st.composite
def questions(draw, texts):
    """Pieces of the texts, and strangers to them."""
    pieces = st.sampled_from(texts).flatmap(
        lambda text: st.builds(lambda a, b: text[a : a + b], st.integers(0, 8), st.integers(1, 6))
    )
    words = st.builds(AnyOf, st.lists(st.builds(make_phrase, pieces | TEXTS), min_size=1, max_size=3).map(tuple))
    chosen = draw(st.lists(words, max_size=4))
    least = draw(st.none() | st.integers(1, 4))
    return Question(tuple(chosen), tuple(draw(st.lists(words, max_size=2))), least, ())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_hits_are_those_of_a_scan(engine, data):
    texts = data.draw(DOCUMENTS)
    version = max((version for _key, version in engine.versions()), default=0) + 1
    documents = [
        make_search_document(title, body, attachment=more, key=key, version=version)
        for key, (title, body, more) in enumerate(texts, 1)
    ]
    empty = [make_search_document(key=key, version=version) for key in range(len(texts) + 1, 7)]
    assert engine.apply([*documents, *empty]) == []

    question = data.draw(questions([text for row in texts for text in row]))
    answer = engine.search(make_request(question=question, size=50))

    assert set(keys(answer)) == {document.key for document in [*documents, *empty] if matches(document, question)}


def matches(document, question) -> bool:
    fields = searched_tokens(document)

    def stands(phrase) -> bool:
        text = f" {' '.join(phrase.tokens)} "
        return bool(phrase.tokens) and any(text in f" {fields[field]} " for field in phrase.fields)

    def holds(word) -> bool:
        return any(map(stands, word.phrases))

    least = len(question.words) if question.least is None else question.least
    enough = not question.words or sum(map(holds, question.words)) >= least
    return enough and not any(map(holds, question.without))


def test_reference_knows_phrases():
    document = make_search_document("政务公开", "2019年")
    cases = {"务公": True, "政公": False, "2019": True, "201": False, "。": False}

    assert {text: matches(document, Question((AnyOf((make_phrase(text, fields=PROSE),)),))) for text in cases} == cases
    assert tokens_of("。") == []
