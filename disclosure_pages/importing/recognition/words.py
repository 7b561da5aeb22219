"""The vocabulary of official documents, as patterns over one line (GB/T 9704-2012, and the Regulation of 2012)."""

from __future__ import annotations

import re

from disclosure_pages.documents.proposals.calendar_days import DAY

#: The fifteen kinds of official document, with the forms that local rules and their texts have. Longer words first.
KINDS = (
    "通知",
    "通报",
    "通告",
    "公告",
    "公报",
    "意见",
    "决定",
    "决议",
    "命令",
    "令",
    "报告",
    "请示",
    "批复",
    "议案",
    "纪要",
    "函",
    "实施办法",
    "管理办法",
    "办法",
    "实施细则",
    "细则",
    "条例",
    "规定",
    "规则",
    "规程",
    "实施方案",
    "方案",
    "规划",
    "计划",
    "要点",
    "预案",
    "目录",
    "清单",
    "指南",
    "公示",
    "措施",
    "制度",
    "标准",
    "规范",
    "章程",
    "守则",
    "名单",
    "分工表",
    "分解表",
    "解读",
    "答复",
)
_IN_TRIAL = r"(?:[（(][^（）()]{1,16}[）)])*"
ENDS_WITH_KIND = re.compile(rf"(?P<kind>{'|'.join(sorted(KINDS, key=len, reverse=True))}){_IN_TRIAL}\Z")

_ORGAN_ENDINGS = (
    "人民政府 政府 办公室 办公厅 委员会 管委会 常委会 党委 党组 局 厅 部 署 院 中心 办事处 街道 公司 集团 队 所 站 馆 "
    "学校 大学 学院 小学 中学 指挥部 领导小组 小组 联席会议 协会 银行 分行 联合会 总工会 处 办 会 委 社 市 县 区 镇 乡"
)
ORGAN = re.compile(
    rf"[^，。；：:、！？“”《》\d]{{2,50}}(?:{'|'.join(_ORGAN_ENDINGS.split())})(?:[（(][^（）()]{{2,12}}[）)])?"
)
#: A collective that documents are addressed to: “市直各有关单位”.
ADDRESSED = re.compile(
    r"(?:各|有关|相关|全体|全区|全市)|(?:单位|部门|政府|委|办|局|院|会|厅|部|区|县|市|乡|镇|公司|学校|医院|企业|同志|街道|机构|中心|园)"
    r"(?:[（(][^（）()]*[）)])?\Z"
)
SAYS_SOMETHING = re.compile(r"如下|现将|现就|现予|为了|为进一步|根据|按照|决定|特此|经研究|通知|公告")

DATE = re.compile(DAY)
SIGNED_DAY = re.compile(rf"(?P<before>.*?)[\s（(]*(?P<day>{DAY})[）)]?[。.]?\s*")
DAY_WITH_SPACES = re.compile(r"(?<=[\d〇零○一二三四五六七八九十年月])\s+(?=[\d〇零○一二三四五六七八九十年月日])")

CLASSIFIED = re.compile(
    r"(?:绝密|机密|秘密)(?:\s*[★☆*]?\s*(?:\d+\s*(?:年|个月|天)|长期))?|内部(?:资料|文件)[^。，]{0,12}"
)
URGENT = re.compile(r"(?:特急|特提|加急|平急|紧急)")
COPY_NUMBER = re.compile(r"(?:№|No\.?\s*)?[0-9]{6}")
SIGNER = re.compile(r"签\s*发\s*人\s*[：:]\s*(?P<names>.*)")
REGISTRATION = re.compile(
    r"(?:(?:统一)?登记(?:编)?号\s*[：:]?\s*)?(?P<number>[A-Z]{2,8}\s*[-－—–]{1,2}\s*(?:19|20)\d{2}\s*[-－—–]{1,2}\s*\d{3,6})"
)
LABELLED_REGISTRATION = re.compile(r"(?:规范性文件)?(?:统一)?登记(?:编)?号\s*[：:]\s*(?P<number>\S.{3,40})")
INDEX_NUMBER = re.compile(r"索\s*引\s*号\s*[：:]\s*(?P<number>[\w/／-]{5,60})")
MASTHEAD = re.compile(r"(?P<organ>.{2,60}?)\s*文\s*件")
ORDER_HEAD = re.compile(r"(?P<organ>.{2,50}?)(?P<form>令|公告|通告)")
BARE_SERIAL = re.compile(r"[（(]?\s*(?:(?:19|20)\d{2}\s*年\s*)?第?\s*[0-9〇零一二三四五六七八九十百]+\s*号\s*[）)]?")

NOTE = re.compile(r"[（(]\s*(?P<words>(?:此件|本件|此文|本文有删减).{0,40})[）)]\s*")
LABELLED_ATTRIBUTE = re.compile(
    r"(?:信息公开选项|公开属性|公开方式|公开类别|政府信息公开属性)\s*[：:]\s*(?P<words>[^\s，。；]{2,12}?)[。]?\s*"
)
CONTACT = re.compile(r"[（(]?\s*(?:联系人|联系电话|联系方式|政策咨询)\s*[：:].*")
KEYWORDS = re.compile(r"主\s*题\s*词\s*[：:]\s*(?P<words>.+)")
CARBON_COPY = re.compile(r"(?:抄\s*送|抄\s*报|分\s*送)\s*[：:].*", re.DOTALL)
PRINTED = re.compile(rf"(?P<before>.*?)\s*(?P<day>{DAY})\s*印\s*(?:发|制)[。.]?\s*")
COPIES = re.compile(r"[（(]?\s*(?:共印|印)\s*[0-9]+\s*份.*|(?:打印|校对|承办)\s*[：:].{0,20}")

ATTACHMENT_NOTE = re.compile(r"附\s*件?\s*[：:]\s*(?P<first>\S.*)", re.DOTALL)
ATTACHMENT_LABEL = re.compile(r"附\s*件?\s*[：:]\s*")
ATTACHMENT_HEAD = re.compile(
    r"附\s*件\s*(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})?(?:\s*[-—]\s*[0-9]{1,2})?\s*[：:]?\s*"
)
ITEM = re.compile(r"\s*[（(]?(?P<number>[0-9０-９]{1,2})\s*[.．、)）]\s*(?P<text>\S.*)", re.DOTALL)

UNDER_TITLE = re.compile(rf"[（(].*(?:{DAY}|通过|修订|修正|第.{{1,6}}次).*[）)]", re.DOTALL)
OFFICIAL = re.compile(
    r"(?:省长|市长|区长|县长|州长|局长|主任|厅长|部长|主席|镇长|乡长|总理)\s*[：:]?\s*[\u4e00-\u9fff·]{1,4}(?:\s*[\u4e00-\u9fff]{1,3})?"
)
