"""Public documents of realistic length for benchmarks of the search, and questions about them.

Words are two to four characters, drawn by Zipf's law; a document has three parts with headings and 600 to 2,500
characters, a number, a kind, a topic, a unit and a legal force that ends for some.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import accumulate

from django.db import connection

from tests.benchmarks.seeding import CHUNK, prose

UNITS, VOCABULARY = 40, 12_000
#: Characters that stand often in official texts, the frequent ones first.
CHARACTERS = (
    "的一人政公工实业办理民发行教育会生产区市管机关信息办法规定通知意见方案开展加强建设服务社会保障住房就业养老医疗环境卫生安全资金"
    "项目监督检查审批许可处罚决定预算决算统计规划计划总结报告招生考试培训学校企业个体经营税费补贴救助困难家庭残疾儿童妇女老年青年"
    "农村土地征收拆迁补偿城市道路交通公园绿化水电气暖消防应急预案食品药品抽检合格产品质量标准执法案件调解仲裁诉讼复议听证会议纪要"
)
#: The commoner half of the national standard's characters.
COMMON = [bytes([high, low]).decode("gb2312") for high in range(0xB0, 0xD7) for low in range(0xA1, 0xFF)]
KNOWN = 2_500


class Corpus:
    """Words and texts, the same for the same seed."""

    def __init__(self, seed: int = 11) -> None:
        self._chance = random.Random(seed)
        characters = list(dict.fromkeys([*CHARACTERS, *self._chance.sample(COMMON, len(COMMON))]))[:KNOWN]
        weights = [1 / (rank + 5) for rank in range(len(characters))]
        lengths = self._chance.choices([2, 3, 4], [7, 1, 2], k=VOCABULARY * 2)
        words = ("".join(self._chance.choices(characters, weights, k=length)) for length in lengths)
        self.words = list(dict.fromkeys(words))[:VOCABULARY]
        self._zipf = list(accumulate(1 / rank for rank in range(1, len(self.words) + 1)))

    def title(self) -> str:
        one, two, three = self._drawn(3)
        return f"关于{one}{two}{three}工作的通知"

    def body(self) -> str:
        """HTML of three parts."""
        return "".join(f"<h2>{''.join(self._drawn(2))}</h2>{self._paragraphs()}" for _ in range(3))

    def questions(self, count: int) -> list[str]:
        """One to three words each; every tenth is a very common one."""
        common = self.words[:20]
        return [
            self._chance.choice(common) if number % 10 == 0 else " ".join(self._drawn(1 + number % 3))
            for number in range(count)
        ]

    def _paragraphs(self) -> str:
        count = self._chance.randrange(1, 4)
        return "".join(f"<p>{'，'.join(self._sentence() for _ in range(6))}。</p>" for _ in range(count))

    def _sentence(self) -> str:
        return "".join(self._drawn(self._chance.randrange(5, 11)))

    def _drawn(self, count: int) -> list[str]:
        return self._chance.choices(self.words, cum_weights=self._zipf, k=count)


def seed_corpus(count: int) -> Corpus:
    """Put ``count`` documents of 40 units into the database, without a review; returns what they were drawn from."""
    from tests.benchmarks.seeding import seed_documents
    from tests.factories.tenancy import make_unit
    from tests.factories.tree import make_column, make_section

    column = make_column()
    district = column.district
    for _ in range(UNITS):
        section = make_section(column=column, unit=make_unit(district))
        seed_documents(section, count // UNITS)
    corpus = Corpus()
    _write_texts(corpus)
    return corpus


def _write_texts(corpus: Corpus) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT page_id FROM gongkai_documents_legalrecord ORDER BY page_id")
        keys = [row[0] for row in cursor.fetchall()]
        for part in _parts(keys):
            titles = [(corpus.title(), key) for key in part]
            cursor.executemany("UPDATE wagtailcore_page SET title = %s WHERE id = %s", titles)
            cursor.executemany("UPDATE gongkai_documents_legalrecord SET title = %s WHERE page_id = %s", titles)
            bodies = [(prose(corpus.body()), key) for key in part]
            cursor.executemany(
                "UPDATE gongkai_documents_policydocument SET body = %s WHERE disclosurepage_ptr_id = %s", bodies
            )


def _parts(keys: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(keys), CHUNK):
        yield keys[start : start + CHUNK]
