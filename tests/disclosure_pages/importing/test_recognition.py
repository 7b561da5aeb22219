"""Header fields of look-alikes, field by field."""

import datetime as dt

import pytest

from disclosure_pages.importing.reading import read_document
from disclosure_pages.importing.recognition import Certainty, Field, FromPublication, Issuers, recognise
from tests.disclosure_pages.importing import look_alikes
from tests.factories.official_documents import NOTICE, make_docx, make_pdf, make_text


def _recognise(text, **options):
    return recognise(read_document(text.encode()), **options)


def _values(recognition):
    """What was found, without relations, by name of the field."""
    found = {item.field.value: item.value for item in recognition.fields if not item.is_missing}
    found.pop("stated_relations", None)
    return found


@pytest.mark.parametrize("make", [make_text, make_docx, make_pdf])
def test_notice_in_every_format(make):
    assert _values(recognise(read_document(make(NOTICE)))) == {
        "title": "云州市清溪区人民政府办公室关于印发《清溪区社区食堂管理办法（试行）》的通知",
        "number": "清政办发〔2021〕7号",
        "kind": "通知",
        "issuer_name": "云州市清溪区人民政府办公室",
        "addressees": "各街道办事处，区直有关单位",
        "formed_on": dt.date(2021, 3, 8),
        "printed_on": dt.date(2021, 3, 10),
        "effective_on": dt.date(2021, 4, 1),
        "expires_on": dt.date(2023, 3, 31),
        "stated_attribute": "proactive",
        "attachments": ("社区食堂申报表", "社区食堂补助标准"),
    }


def test_relations_are_proposed_with_their_sentence():
    (relation,) = list(recognise(read_document(make_text(NOTICE)))[Field.RELATIONS].value)

    assert (relation.relation, relation.target_number) == ("repeals", "清政办发〔2016〕21号")
    assert relation.sentence == "《清溪区老年助餐点管理办法》（清政办发〔2016〕21号）同时废止。"


def test_order():
    assert _values(_recognise(look_alikes.ORDER)) == {
        "title": "云州市犬只管理办法",
        "number": "云州市人民政府令第58号",
        "kind": "令",
        "issuer_name": "云州市人民政府",
        "formed_on": dt.date(2021, 5, 20),
        "effective_on": dt.date(2021, 7, 1),
    }


def test_joint_document():
    assert _values(_recognise(look_alikes.JOINT)) == {
        "title": "云州市财政局 云州市教育局关于下达2022年校舍维修资金的通知",
        "number": "云财教〔2022〕15号",
        "kind": "通知",
        "issuer_name": "云州市财政局",
        "joint_issuers": ("云州市教育局",),
        "addressees": "各区县财政局、教育局",
        "formed_on": dt.date(2022, 6, 15),
        "stated_attribute": "on_request",
        "attachments": ("2022年校舍维修资金分配表",),
    }


def test_announcement():
    assert _values(_recognise(look_alikes.ANNOUNCEMENT)) == {
        "title": "云州市清溪区城市管理局关于中山路封闭施工的公告",
        "number": "云州市清溪区城市管理局公告2023年第4号",
        "kind": "公告",
        "issuer_name": "云州市清溪区城市管理局",
        "formed_on": dt.date(2023, 4, 28),
    }


def test_copy_from_a_portal_has_its_number_below_the_title():
    assert _values(_recognise(look_alikes.FROM_PORTAL)) == {
        "title": "云州市清溪区人民政府关于加快发展社区养老服务的实施意见",
        "number": "清政发〔2021〕3号",
        "kind": "意见",
        "issuer_name": "云州市清溪区人民政府",
        "addressees": "各街道办事处，区政府各部门",
        "formed_on": dt.date(2021, 2, 3),
        "effective_on": dt.date(2021, 2, 3),
        "expires_on": dt.date(2026, 2, 2),
        "imported_index_number": "4301020001/2021-00123",
    }


def test_document_of_the_old_standard():
    assert _values(_recognise(look_alikes.OLD)) == {
        "title": "关于做好中小学校舍安全工作的通知",
        "number": "清教字〔2009〕12号",
        "kind": "通知",
        "issuer_name": "清溪区教育局",
        "addressees": "各中小学校",
        "formed_on": dt.date(2009, 9, 1),
        "printed_on": dt.date(2009, 9, 2),
        "keywords": "教育 校舍 安全 通知",
    }


def test_normative_document():
    assert _values(_recognise(look_alikes.NORMATIVE)) == {
        "title": "云州市清溪区住房和城乡建设局关于印发《清溪区老旧小区加装电梯实施细则》的通知",
        "number": "清住建发〔2021〕18号",
        "kind": "通知",
        "issuer_name": "云州市清溪区住房和城乡建设局",
        "addressees": "各街道办事处、各有关单位",
        "formed_on": dt.date(2021, 8, 1),
        "effective_on": FromPublication(),
        "expires_on": dt.date(2026, 8, 31),
        "stated_attribute": "proactive",
        "attachments": ("申请表", "承诺书"),
        "registration_number": "CSQX-2021-01003",
    }


def test_reply_without_a_number():
    values = _values(_recognise(look_alikes.REPLY))

    assert values["stated_attribute"] == "withheld"
    assert "number" not in values


def test_secret_document_is_pointed_out():
    assert [len(_recognise(text).warnings) for text in (look_alikes.CLASSIFIED, look_alikes.OLD)] == [1, 0]


def test_what_is_missing_is_listed():
    recognition = _recognise("关于值班安排的通知\n请各单位做好值班。\n")

    assert [item.field for item in recognition.fields] == list(Field)
    assert set(recognition.missing()) == set(Field) - {Field.TITLE, Field.KIND}


def test_attribute_that_is_not_stated_is_missing():
    item = _recognise(look_alikes.OLD)[Field.ATTRIBUTE]

    assert (item.value, item.certainty) == (None, Certainty.MISSING)


@pytest.mark.parametrize(
    ("note", "attribute", "certainty"),
    [
        ("（此件主动公开）", "proactive", "sure"),
        ("(此件公开发布)", "proactive", "sure"),
        ("（此件删减后公开）", "proactive", "likely"),
        ("（此件依申请公开）", "on_request", "sure"),
        ("（此件不公开）", "withheld", "sure"),
        ("信息公开选项：依申请公开", "on_request", "sure"),
        ("（联系人：陈工）", None, "missing"),
    ],
)
def test_attribute(note, attribute, certainty):
    text = look_alikes.REPLY.replace("（此件不予公开）", note)
    item = _recognise(text)[Field.ATTRIBUTE]

    assert (item.value, item.certainty) == (attribute, certainty)


def test_day_that_does_not_fit_the_number_is_only_likely():
    item = _recognise(look_alikes.FROM_PORTAL.replace("2021年2月3日", "2022年2月3日"))[Field.FORMED_ON]

    assert (item.value, item.certainty) == (dt.date(2022, 2, 3), "likely")
    assert "2021" in item.remark


def test_issuer_follows_from_the_code_of_the_number():
    issuers = Issuers(codes={"清政发": "云州市清溪区人民政府"})
    text = "关于加强防汛工作的通知\n清政发〔2021〕9号\n各街道办事处：\n请做好防汛。\n"

    assert _recognise(text, issuers=issuers)[Field.ISSUER].value == "云州市清溪区人民政府"
    assert _recognise(text)[Field.ISSUER].value is None


def test_name_that_the_register_knows_is_an_organ():
    text = "关于春季招生的通知\n各校：\n请做好招生。\n清溪一中\n2021年3月1日\n"
    known = Issuers(names={"清溪一中": "清溪一中"})

    assert [_recognise(text, issuers=issuers)[Field.ISSUER].value for issuers in (known, Issuers())] == [
        "清溪一中",
        None,
    ]


def test_evidence_is_the_line():
    recognition = _recognise(look_alikes.JOINT)

    assert recognition[Field.FORMED_ON].evidence == "云州市财政局 云州市教育局 二〇二二年六月十五日"


def test_recognition_as_json():
    assert _recognise(look_alikes.NORMATIVE)[Field.EFFECTIVE_ON].as_json() == {
        "field": "effective_on",
        "value": {"from": "publication", "days_after": 0},
        "certainty": "sure",
        "evidence": "第二条本细则自发布之日起施行，有效期至2026年8月31日。",
        "remark": "",
    }
