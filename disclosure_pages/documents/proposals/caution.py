"""When a sentence only speaks of an act: what is planned, possible, reported, past, or done by others."""

from __future__ import annotations

import re

from .reading import MENTION

_CLAUSE_END = re.compile("[，。；：\n（）]")
_LONGEST_CLAUSE = 40
_REPORTED = re.compile(
    "报道|网传|误传|传言|来信|来电|咨询|询问|请问|网民|网友|记者|反映|有人|据悉|据介绍|据了解|据统计|征求意见|听证|"
    "[问答]：|[是能可]否|有没有|会不会"
)
#: Close to the verb, before or after the document: the act is not done here and now.
_NOT_NOW = re.compile(
    "不予|不得|不应|不宜|暂不|并未|尚未|从未|拟|计划(?!生育)|建议|提请|打算|考虑|(?<!经)研究|论证|探索|推动|推进|启动|抓紧|及时|适时|"
    "逐步|正在|负责|指导|督促|组织(?:对|开展|修|$)|要求(?:各|$)|(?<!例)如(?!下)|若(?!干)|视为|可能|曾|已(?:经|被|于|由|在|$)|"
    "(?<!相)应(?!急)|可以?(?:予以)?$|可予|需要?(?:予以)?$|(?<!主)要(?:予以)?$|或者?$|未(?:被|经|予)?$|除|(?<!名)称|指出|关于$"
)
_OTHERS_SAY = re.compile("(?:根据|依据|按照|依照|参照|贯彻|落实|执行|违反|符合|结合|对照|适用|经)(?:了|好)?$")


def clause_before(text: str, position: int) -> str:
    """The words of the same clause that stand before a place."""
    return _CLAUSE_END.split(text[max(0, position - _LONGEST_CLAUSE) : position])[-1]


def last_clause(text: str) -> str:
    """What stands after the last comma."""
    return _CLAUSE_END.split(text)[-1]


def is_reported(sentence: str) -> bool:
    """Whether the whole sentence is a question, or tells what somebody says or asks."""
    return sentence.endswith("？") or bool(_REPORTED.search(sentence))


def is_done_now(words: str) -> bool:
    """Whether words beside a verb leave it an act of this text: no plan, duty, condition, doubt or memory."""
    return not _NOT_NOW.search(words.replace(MENTION, ""))


def is_done_now_to(before: str, between: str) -> bool:
    """As ``is_done_now``, of a verb that follows its document: words before the document, and between the two."""
    closest = last_clause(between)
    return is_done_now(before) and is_done_now(closest) and "将" not in closest and not is_only_cited(before)


def is_only_cited(before: str) -> bool:
    """Whether the words before a document make it the ground of something else."""
    return bool(_OTHERS_SAY.search(before))
