"""Where, in a run of characters before a year or 第, the name or code of an agency begins.

Nothing separates a code from the words before it (“请按长政办发〔2019〕54号执行”). Words that no code contains end the
search; words that some code begins with (和 in 和政发, 经 in 经开发) count only where what follows looks complete.
"""

from __future__ import annotations

import re
from collections.abc import Collection

_VERBS = (
    "根据 依据 按照 依照 参照 遵照 对照 贯彻 落实 执行 印发 转发 批转 下发 颁布 公布 发布 出台 制定 废止 "
    "失效 替代 代替 取代 修改 修订 延长 以及 关于 文件 通知 规定 办法 意见 决定 精神 要求 内容 详见 参见 "
    "其中 同时 包括 现将 现就 业经 已经 应由 仍按 已由 自从 连同 结合 符合 违反 适用 属于 撤销 宣布 停止 "
    "继续 收到 来文 文号 条例 细则 方案 名称 此前 原文"
)
_PARTICLES = "的了是按据被把请见凭此该以在"
# They may also be the beginning of a code, which shows in what follows: 和政发 is one, 和国发 is not.
_CONNECTIVES = "和与及或经由将对自从至到因为即并同依除含附原则"
_COUNTED = ("年", "月", "日", "条", "款", "项")
_GENERIC = "政府办委党发函财教建农卫民公人司环交水商文市安审统然开济贸信"
_STOP = re.compile(f"(?:{'|'.join(_VERBS.split())}|[{_PARTICLES}]|(?<![高中平同初])等)")
_JOINED_ORGAN = re.compile(r"(?:部|局|委|委员会|署|院|厅|办|办公室|政府|银行|会|中心|公司)\Z")
_PIECES = re.compile(r"[ 、]+")
_ENDINGS = ("令", "公告", "通告", "布告")


def agency_start(run: str, *, before: str = "", known: Collection[str] = ()) -> int:
    """Index in ``run`` at which the agency begins; ``len(run)`` when there is none.

    ``run`` ends where the agency ends; ``before`` is the character in front of it. A code among ``known`` decides;
    otherwise words do.
    """
    piece = _last_piece(run)
    for start in range(piece, len(run)) if known else ():
        if run[start:].replace(" ", "") in known:
            return start
    if piece == 0 and before.isdigit() and run.startswith(_COUNTED):
        piece = 1
    for match in _STOP.finditer(run, piece):
        piece = match.end()
    while piece < len(run) and _is_connective(run, piece):
        piece += 1
    return piece


def _is_connective(run: str, at: int) -> bool:
    rest = run[at + 1 :]
    return run[at] in _CONNECTIVES and len(rest) >= 2 and rest[0] not in _GENERIC


def _last_piece(run: str) -> int:
    """Where the last piece begins that white space or 、 sets apart, unless both sides belong to one name.

    They do in letters spread over a line (``长 政 办 发``), before 令 or 公告 alone on a line, and between organs that
    issue together (``财政部、税务总局公告``).
    """
    starts = [0, *(match.end() for match in _PIECES.finditer(run))]
    pieces = _PIECES.split(run)
    at = len(pieces) - 1
    while at > 0 and _belongs_together(pieces[at - 1], pieces[at], pieces[-1]):
        at -= 1
    return starts[at]


def _belongs_together(before: str, piece: str, last: str) -> bool:
    if piece in _ENDINGS or (len(before) == 1 and len(piece) == 1):
        return True
    return last.endswith(_ENDINGS) and bool(_JOINED_ORGAN.search(before))
