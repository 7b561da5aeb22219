"""Both engines put the same documents first, for questions as people type them."""

import pytest

from search.query.reading import read_query
from search.query.requests import request_for
from tests.factories.search import TODAY, make_force, make_search_document

from .asking import fill, keys

pytestmark = pytest.mark.engine("elasticsearch")

TOPICS = {
    "低保": ("最低生活保障", "家庭人均收入低于标准的，可以申请救助。"),
    "入学": ("义务教育阶段招生", "适龄儿童凭户口簿和房产证明报名入学。"),
    "养老": ("居家养老服务", "对高龄老人发放补贴，建设日间照料中心。"),
    "预算": ("部门预算公开", "收支预算总表、支出预算表和说明一并公布。"),
    "噪声": ("社会生活噪声防治", "夜间施工须取得证明，并公告附近居民。"),
    "摊贩": ("流动摊贩管理", "在划定的地点和时段经营，不得占用盲道。"),
}
KINDS = ("实施办法", "工作方案", "通知", "办事指南", "政策解读")
QUESTIONS = (
    "低保怎么申请",
    "养老补贴",
    "義務教育",
    "預算公開",
    "入学 报名 房产证明",
    "zaoshengfangzhi",
)
TITLES = (
    "最低生活保障实施办法",
    "义务教育 招生 通知",
    "样政办发 2020 8",
    "噪声防治工作方案",
    "“流动摊贩管理办事指南”",
    "yanglaofuwu gongzuofangan",
)


def _documents():
    for number, (topic, kind) in enumerate(((topic, kind) for topic in TOPICS for kind in KINDS), 1):
        name, text = TOPICS[topic]
        is_law = kind in KINDS[:3]
        yield make_search_document(
            f"芙蓉区{name}{kind}",
            f"{text}{name}按照本{kind}执行。各街道办事处负责{topic}的具体事务。",
            key=number,
            number=f"样政办发〔{2018 + number % 6}〕{number}号" if is_law else "",
            keywords=(topic, "区政府办"),
            published_on=TODAY.replace(year=2018 + number % 6),
            force=(make_force("repealed" if number % 7 == 0 else "in_force"),) if is_law else (),
        )


@pytest.fixture
def both(built_embedded_engine, built_elasticsearch_engine):
    engines = built_embedded_engine, built_elasticsearch_engine
    for engine in engines:
        fill(engine, *_documents())
    return engines


def _ask(both, text) -> tuple[list[int], list[int]]:
    request = request_for(read_query(text), on=TODAY)
    first, second = (keys(engine.search(request)) for engine in both)
    assert set(first) == set(second) != set()
    return first, second


@pytest.mark.parametrize("text", QUESTIONS)
def test_first_five_are_the_same(both, text):
    """In what order is left to how each engine counts words: in this library a topic is told five times."""
    first, second = _ask(both, text)

    assert set(first[:5]) == set(second[:5])


@pytest.mark.parametrize("text", TITLES)
def test_document_that_was_named_comes_first(both, text):
    first, second = _ask(both, text)

    assert first[0] == second[0]
