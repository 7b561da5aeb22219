"""How a document of each kind is written around the facts of its subject."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from search.documents import AttachmentText, Passage

Facts = Sequence[str]
_ARTICLES = "一二三四五六七八九"


def passages_of(kind: str, *, name: str, title: str, unit: str, facts: Facts, others: Sequence[str]) -> list[Passage]:
    """The text of a document; ``others`` are subjects that it mentions by the way."""
    return _FRAMES[kind](name, title, unit, facts, others)


def attachments_of(kind: str, *, name: str, key: int) -> tuple[AttachmentText, ...]:
    """Guides and plans have a form or a table beside them."""
    if kind not in {"guide", "plan", "list"}:
        return ()
    texts = {
        "guide": f"{name}申请表。姓名、公民身份号码、联系电话、申请事由。",
        "plan": f"{name}任务分解表。序号、任务、时限。",
        "list": "序号、姓名或者名称、所在社区、备注。",
    }
    passage = Passage(texts[kind])
    return (AttachmentText("附件1.docx", f"/documents/{key}/", (passage,)),)


def _rules(name: str, title: str, unit: str, facts: Facts, others: Sequence[str]) -> list[Passage]:
    articles = [f"为了规范{name}，根据有关法律法规，结合本区实际，制定本办法。", *facts]
    articles += [f"{unit}负责组织实施，各街道办事处按照职责配合。", "本办法自公布之日起施行，有效期五年。"]
    return [Passage(f"第{_ARTICLES[at]}条 {text}") for at, text in enumerate(articles)]


def _plan(name: str, title: str, unit: str, facts: Facts, others: Sequence[str]) -> list[Passage]:
    return [
        Passage(f"为扎实推进{name}，现制定如下安排。", "一、总体要求"),
        *(Passage(fact, "二、重点任务") for fact in facts),
        Passage(f"要与{'、'.join(others)}等工作统筹推进，{unit}每季度调度。", "三、保障措施"),
    ]


def _notice(name: str, title: str, unit: str, facts: Facts, others: Sequence[str]) -> list[Passage]:
    beginning = f"各街道办事处、区直有关单位：现将{name}有关事项通知如下。"
    return [Passage(text) for text in (beginning, *facts, "特此通知。")]


def _guide(name: str, title: str, unit: str, facts: Facts, others: Sequence[str]) -> list[Passage]:
    return [
        Passage(f"办理{name}相关事项的个人和单位。", "服务对象"),
        Passage(facts[0], "申请条件"),
        Passage(f"居民身份证原件、{name}申请表一份，委托他人的另附委托书。", "所需材料"),
        Passage(f"提出申请、受理、审核、办结。{facts[1]}", "办理流程"),
        Passage("不收费。工作日上午九点至下午五点，政务服务大厅综合窗口。", "收费和时间"),
    ]


def _interp(name: str, title: str, unit: str, facts: Facts, others: Sequence[str]) -> list[Passage]:
    return [
        Passage(f"近年来群众对{name}的期待越来越高，原有规定需要完善。", "一、背景"),
        *(Passage(fact, "二、主要内容") for fact in facts),
        Passage(f"由{unit}负责解读，欢迎来电咨询。", "三、咨询方式"),
    ]


def _news(name: str, title: str, unit: str, facts: Facts, others: Sequence[str]) -> list[Passage]:
    return [
        Passage(f"日前，{unit}围绕{name}开展活动，居民们纷纷点赞。{facts[-1]}"),
        Passage(f"据介绍，下一步还将把{'、'.join(others)}一并抓好，让实事办到群众心坎上。"),
    ]


def _list(name: str, title: str, unit: str, facts: Facts, others: Sequence[str]) -> list[Passage]:
    return [
        Passage(f"根据{name}有关规定，现将{title}予以公布，公示期七天，有异议的请向{unit}反映。"),
        Passage(facts[-1]),
    ]


def _report(name: str, title: str, unit: str, facts: Facts, others: Sequence[str]) -> list[Passage]:
    return [
        Passage(f"{unit}认真履行职责，{'、'.join(others)}取得新成效。", "一、总体情况"),
        *(Passage(fact, "二、主要数据") for fact in facts),
        Passage("工作中还存在不足，下一年将重点改进。", "三、问题和打算"),
    ]


_FRAMES: dict[str, Callable[[str, str, str, Facts, Sequence[str]], list[Passage]]] = {
    **dict.fromkeys(("rules", "former", "expired"), _rules),
    **dict.fromkeys(("plan", "city"), _plan),
    "notice": _notice,
    "guide": _guide,
    "interp": _interp,
    "news": _news,
    **dict.fromkeys(("list", "case"), _list),
    "report": _report,
}
