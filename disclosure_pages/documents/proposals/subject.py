"""Of whom a clause speaks: of the document itself, of nobody in particular, or of something else."""

from __future__ import annotations

import enum
import re

from .caution import clause_before
from .reading import MENTION, spell
from .skeleton import Sentence

_NUMERAL = "[0-9〇零一二三四五六七八九十百]"
_MARKER = re.compile(rf"第{_NUMERAL}+[条章节]|[（]?{_NUMERAL}{{1,3}}[）、.]|[①-⑳]")
_NOUNS = (
    "办法|规定|细则|通知|意见|决定|方案|条例|规则|公告|通告|文件|规划|计划|措施|政策|标准|目录|制度|规范|指南|要点|预案|章程|批复|令|"
    "解释|规程|准则|守则|清单|法|函|机制|纲要|约定|布告|指引|导则|要求|复函"
)
#: From a day, or from days after it: 自…起, 于…日, 自…起30日后, 自…起满三十日.
_SINCE = rf"[自从于][^，]{{1,34}}[起日](?:满?{_NUMERAL}{{1,4}}(?:日|天|个月|年))?之?后?"
#: “本办法”, “本《…》”, also “本办法自…起”: what stands before the verb or the term.
_ITSELF = re.compile(
    rf"本[^，。；：{MENTION}]{{0,8}}?(?:{_NOUNS})(?:（[^）]*）)?(?:{_SINCE})?(?:的|均|亦|也|暂|为暂行规定)?$"
)
_NAMES_ITSELF = re.compile(rf"本[^，。；：{MENTION}]{{0,8}}?(?:{_NOUNS})|现予|现印发|现公布|现发布")
_NOBODY = re.compile(rf"(?:现|特|并|且|均|一律|统一|予以?|公布|发布|印发|实行|及)*(?:{_SINCE})?")
_PUBLISHES = re.compile("(?:印发|公布|发布|颁布|转发)《(.+)》的[^》]*$")


class Subject(enum.IntEnum):
    """Whom a clause is about; the higher, the surer that it is the document itself."""

    OTHER = 0
    NOBODY = 1
    ITSELF = 2


def own_titles(title: str) -> frozenset[str]:
    """The title, and that of the document which it publishes (关于印发《…》的通知)."""
    spelled = "".join(spell(title).split())
    published = _PUBLISHES.search(spelled)
    return frozenset({spelled, published[1]} if published else {spelled}) - {""}


def subject_of(sentence: Sentence, position: int, own: frozenset[str]) -> Subject:
    """Of whom the words before ``position`` speak."""
    words = clause_before(sentence.text, position)
    start = position - len(words)
    if MENTION in words[-2:]:
        return _of_mention(sentence, start, position, own)
    if _ITSELF.search(words):
        return Subject.ITSELF
    if start == 0 and (marker := _MARKER.match(words)):
        words = words[marker.end() :]
    if not _NOBODY.fullmatch(words):
        return Subject.OTHER
    follows_mention = sentence.text[max(0, start - 2) : start] == f"{MENTION}，"
    return _of_mention(sentence, start - 2, start, own) if follows_mention else Subject.NOBODY


def _of_mention(sentence: Sentence, start: int, end: int, own: frozenset[str]) -> Subject:
    titles = {"".join(spell(mention.title).split()) for mention in sentence.mentions(start, end)}
    return Subject.ITSELF if titles & own else Subject.OTHER


def names_itself(words: str) -> bool:
    """Whether words speak of the document somewhere."""
    return bool(_NAMES_ITSELF.search(words))
