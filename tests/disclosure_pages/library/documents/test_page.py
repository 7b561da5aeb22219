"""The page of a document: header, force, what stands beside it, and what is never told."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from django.utils import timezone

from disclosure_pages.clearance.domain.acts import withdraw_content
from disclosure_pages.documents.models import JointIssuer, StatedRelation
from tests.disclosure_pages.public.markup import markup_errors, soup_of
from tests.factories.documents import make_document_draft, record_of
from tests.factories.pages import make_changed_draft, publish
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db
START, REPEAL = dt.date(2020, 1, 1), dt.date(2024, 3, 1)
AHEAD = dt.date(2999, 1, 1)


def header_of(response) -> dict[str, str]:
    rows = soup_of(response).select(".header-rows__row")
    return {row.dt.text: row.dd.text for row in rows}


def standing_of(response) -> str:
    return soup_of(response).select_one(".standing").get_text(" ", strip=True)


def test_header_says_what_is_known_in_order(visitor) -> None:
    draft = make_document_draft(
        "关于样例的通知",
        number="样政办发〔2020〕7号",
        effective_on=START,
        issuer_name="样区人民政府办公室",
        keywords="样例 通知",
        gazette_year=2020,
        gazette_issue=3,
        gazette_total=120,
    )
    draft.joint_issuers.set([JointIssuer(name="样区财政局"), JointIssuer(name="样区民政局")])
    draft.save_revision(user=draft.owner)
    page = publish(draft, on=dt.date(2020, 1, 2))
    header = header_of(visitor.get(page.get_url()))
    assert header == {
        "索引号": record_of(page).index_number,
        "主题分类": page.topic.path_name,
        "公文种类": page.kind.path_name,
        "发文机关": "样区人民政府办公室",
        "联合发文机关": "样区财政局、样区民政局",
        "成文日期": "2026-06-01",
        "发布日期": "2020-01-02",
        "实施日期": "2020-01-01",
        "标题": "关于样例的通知",
        "发文字号": "样政办发〔2020〕7号",
        "主题词": "样例 通知",
        "有效性": "现行有效",
        "公开属性": "主动公开",
        "文件来源": "2020年政府公报第3期（总第120期）",
    }
    assert list(header) == [
        "索引号", "主题分类", "公文种类", "发文机关", "联合发文机关", "成文日期", "发布日期", "实施日期", "标题",
        "发文字号", "主题词", "有效性", "公开属性", "文件来源",
    ]  # fmt: skip


def test_force_is_told_with_its_reason(visitor, make) -> None:
    old = make(effective_on=START)
    new = make(
        "新办法", number="样政发〔2024〕2号", effective_on=REPEAL, relations=[{"kind": "repeals", "target": old}]
    )
    response = visitor.get(old.get_url())
    assert "废止" in standing_of(response)
    assert "样政发〔2024〕2号" in standing_of(response)
    assert soup_of(response).select_one(".standing--ended a")["href"] == new.get_url()
    assert header_of(response)["废止日期"] == "2024-03-01"
    assert soup_of(visitor.get(new.get_url())).select_one(".standing--ended") is None


def test_repeal_that_is_to_come_is_announced(visitor, make) -> None:
    old = make(effective_on=START)
    make(number="样政发〔2026〕2号", effective_on=AHEAD, relations=[{"kind": "repeals", "target": old}])
    response = visitor.get(old.get_url())
    assert soup_of(response).select_one(".standing--in_force") is not None
    assert "2999年1月1日" in standing_of(response)


def test_document_that_is_not_in_force_yet_says_from_when(visitor, make) -> None:
    page = make(effective_on=AHEAD)
    assert "2999年1月1日" in standing_of(visitor.get(page.get_url()))
    assert soup_of(visitor.get(page.get_url())).select_one(".standing--not_yet") is not None


def test_partial_repeal_names_the_provisions(visitor, make) -> None:
    old = make(effective_on=START)
    row = {"kind": "partially_repeals", "target": old, "provisions": "第三条、第五条"}
    make(effective_on=REPEAL, relations=[row])
    assert "第三条、第五条" in standing_of(visitor.get(old.get_url()))


def test_document_that_is_not_public_is_not_named(visitor, make) -> None:
    old = make(effective_on=START)
    new = make(
        "不可说的标题", number="样政发〔2024〕99号", effective_on=REPEAL, relations=[{"kind": "repeals", "target": old}]
    )
    office = make_person("disclosure_office", district=new.district)
    withdraw_content(page=new, user=office, reason="含有个人信息")
    for part in ("", "force/", "atom.xml"):
        text = visitor.get(old.get_url() + part).content.decode()
        assert "废止" in text
        assert [word for word in ("不可说的标题", "99号", new.slug) if word in text] == []
    assert "另一份文件" in standing_of(visitor.get(old.get_url()))


def test_target_that_is_not_public_is_not_named(visitor, make) -> None:
    old = make("不可说的标题", number="样政发〔2020〕99号", effective_on=START)
    new = make(effective_on=REPEAL, relations=[{"kind": "repeals", "target": old}])
    withdraw_content(page=old, user=make_person("disclosure_office", district=old.district), reason="误发")
    text = visitor.get(new.get_url()).content.decode()
    assert [word for word in ("不可说的标题", "99号", old.slug) if word in text] == []


def test_relations_are_listed_from_both_sides(visitor, make) -> None:
    old = make("旧办法", effective_on=START)
    outside = {"kind": "is_based_on", "target_title": "上级条例", "target_number": "国令第1号"}
    new = make("新办法", effective_on=REPEAL, relations=[{"kind": "replaces", "target": old}, outside])
    related = soup_of(visitor.get(new.get_url())).select_one(".related")
    assert [link["href"] for link in related.select("a")] == [old.get_url()]
    assert "上级条例（国令第1号）" in related.text
    back = soup_of(visitor.get(old.get_url())).select_one(".related")
    assert [link["href"] for link in back.select("a")] == [new.get_url()]


def test_chain_leads_both_ways(visitor, make) -> None:
    first = make(effective_on=START)
    second = make(effective_on=REPEAL, relations=[{"kind": "replaces", "target": first}])
    third = make(effective_on=REPEAL + dt.timedelta(days=9), relations=[{"kind": "amends", "target": second}])
    links = soup_of(visitor.get(second.get_url())).select(".sequence a")
    assert [link["href"] for link in links] == [first.get_url(), third.get_url()]


@pytest.mark.parametrize(
    ("day", "word"), [("2019-12-31", "尚未施行"), ("2024-02-29", "现行有效"), ("2024-03-01", "废止")]
)
def test_force_on_any_day(visitor, day, word, make) -> None:
    old = make(effective_on=START)
    make(effective_on=REPEAL, relations=[{"kind": "repeals", "target": old}])
    for part in ("", "force/"):
        answer = soup_of(visitor.get(f"{old.get_url()}{part}?on={day}")).select_one(".answer")
        assert answer.select_one(".force").text == word


def test_what_was_said_on_a_day_is_told(visitor, make) -> None:
    old = make(effective_on=START)
    today = timezone.localdate()
    record_of(old).history.update(history_date=timezone.now() - dt.timedelta(days=3))
    make(effective_on=REPEAL, relations=[{"kind": "repeals", "target": old}])

    def said(known: dt.date) -> str:
        response = visitor.get(f"{old.get_url()}force/?on=2024-04-01&known={known}")
        return soup_of(response).select_one(".answer p + p").get_text(" ", strip=True)

    assert said(today - dt.timedelta(days=1)).startswith("现行有效")
    assert said(today).startswith("废止")
    assert said(today - dt.timedelta(days=9)) == "截至该日，本站尚未公开过该文件的任何内容。"


@pytest.mark.parametrize("part", ["", "force/"])
@pytest.mark.parametrize("query", ["on=yesterday", "on=2026-02-30", "known=20261", "on=2026-13-01%00"])
def test_bad_day_is_a_plain_message(visitor, part, query, make) -> None:
    response = visitor.get(f"{make().get_url()}{part}?{query}")
    assert response.status_code == 404


@pytest.mark.parametrize("part", ["", "force/", "editions/", "atom.xml", "document.pdf", "document.docx"])
def test_draft_and_withdrawn_document_have_no_parts(visitor, part, make) -> None:
    public = make()
    draft = make_document_draft(section=public.get_parent().specific)
    assert visitor.get(public.get_url() + part).status_code == 200
    withdraw_content(page=public, user=make_person("disclosure_office", district=public.district), reason="误发")
    assert visitor.get(draft.get_url() + part).status_code == 404
    assert visitor.get(public.get_url() + part).status_code == 410


def test_other_kinds_of_content_have_no_parts(visitor) -> None:
    from tests.factories.pages import make_published

    article = make_published()
    parts = ("force/", "editions/", "atom.xml", "document.pdf", "nothing/", "nothing.txt")
    assert {visitor.get(article.get_url() + part).status_code for part in parts} == {404}


def test_moved_document_takes_its_parts_along(visitor, make) -> None:
    from disclosure_pages.clearance.domain.acts import move_content
    from tests.factories.tree import make_column, make_section

    page = make()
    before = page.get_url()
    elsewhere = make_section(column=make_column(district=page.district, purpose="statutory"), unit=page.unit)
    move_content(
        page=page, section=elsewhere, user=make_person("disclosure_office", district=page.district), reason="归类"
    )
    after = type(page).objects.get(pk=page.pk).get_url()
    for part in ("", "document.pdf", "editions/", "atom.xml"):
        assert visitor.get(before + part)["Location"] == after + part


def test_articles_and_headings_have_anchors(visitor, make) -> None:
    body = "<h2>第一章 总则</h2><p>第一条　甲</p><h2>第二章 附则</h2><p>第二条　乙</p>"
    soup = soup_of(visitor.get(make(body=body).get_url()))
    assert [tag["id"] for tag in soup.select(".prose [id]")] == ["chapter-1", "article-1", "chapter-2", "article-2"]
    links = {link["href"] for link in soup.select(".contents a")}
    assert links == {"#chapter-1", "#article-1", "#chapter-2", "#article-2"}


def test_machines_read_the_force(visitor, make) -> None:
    old = make(effective_on=START)
    new = make('题目含有</script>与"引号"', effective_on=REPEAL, relations=[{"kind": "repeals", "target": old}])

    def data(page):
        return json.loads(soup_of(visitor.get(page.get_url())).select_one('script[type="application/ld+json"]').string)

    assert data(old)["legislationLegalForce"] == "https://schema.org/NotInForce"
    assert data(old)["temporalCoverage"] == "2020-01-01/2024-02-29"
    assert data(new)["name"] == new.title
    assert data(new)["legislationLegalForce"] == "https://schema.org/InForce"
    assert [row["@id"] for row in data(new)["legislationRepeals"]] == [old.full_url]


def test_citation_and_attribute_are_printed(visitor, make) -> None:
    page = make("关于样例的通知", number="样政发〔2026〕3号", issuer_name="样区人民政府")
    soup = soup_of(visitor.get(page.get_url()))
    assert soup.select_one(".citation__text").text.startswith("样区人民政府：《关于样例的通知》（样政发〔2026〕3号），")
    assert soup.select_one(".citation__text").text.endswith(page.full_url)
    assert soup.select_one(".content__attribute").text == "此件主动公开"
    assert soup.select_one(".qr svg") is not None


@pytest.mark.parametrize("part", ["", "force/", "force/?on=2020-01-01&known=2020-01-01", "editions/"])
def test_markup_is_well_formed(visitor, part, make) -> None:
    page = make(effective_on=START, expires_on=dt.date(2025, 1, 1), body="<h2>甲</h2><p>第一条 乙</p>")
    publish(make_changed_draft(page, title="改了题目的通知"))
    assert markup_errors(visitor.get(page.get_url() + part)) == []


def test_preview_shows_the_draft(rf) -> None:
    draft = make_document_draft("预览的通知", effective_on=AHEAD)
    text = draft.make_preview_request(None, "").content.decode()
    assert "预览的通知" in text
    assert "2999年1月1日" in text


def preview_of(page) -> dict[str, list[str]]:
    """Heading of the related documents → their names, in a preview of the latest draft."""
    response = page.get_latest_revision_as_object().make_preview_request(None, "")
    pairs: dict[str, list[str]] = {}
    for element in soup_of(response).select(".related > *"):
        if element.name == "dt":
            heading = pairs.setdefault(element.text, [])
        else:
            heading.append(element.get_text(" ", strip=True))
    return pairs


def test_preview_shows_the_relations_of_the_draft(make) -> None:
    old, other = make("旧办法", number="样政办发〔2016〕1号"), make("另一办法", number="样政办发〔2017〕2号")
    page = make(effective_on=START, relations=[{"kind": "repeals", "target": old}])
    make("新办法", effective_on=REPEAL, number="样政办发〔2024〕9号", relations=[{"kind": "repeals", "target": page}])
    draft = page.get_latest_revision_as_object()
    draft.stated_relations.set(
        [
            StatedRelation(kind="repeals", target_number="样政办发(2017)2号", takes_effect_on=REPEAL),
            StatedRelation(kind="amends", target_title="馆外办法", provisions="第三条"),
        ]
    )
    draft.save_revision(user=draft.owner)
    assert preview_of(page) == {
        "被下列文件废止": ["新办法（样政办发〔2024〕9号） 2024-03-01起"],
        "本文件废止": [f"{other.title}（样政办发〔2017〕2号） 2024-03-01起"],
        "本文件修改": ["馆外办法 第三条 2020-01-01起"],
    }


def test_preview_of_a_first_draft_shows_its_relations() -> None:
    draft = make_document_draft(effective_on=AHEAD, relations=[{"kind": "repeals", "target_title": "馆外办法"}])
    assert preview_of(draft) == {"本文件废止": ["馆外办法 2999-01-01起"]}


def test_preview_does_not_name_a_document_that_is_not_public(make) -> None:
    hidden, draft_only = make("撤下的办法", number="样政办发〔2016〕1号"), make_document_draft("没有公开的办法")
    withdraw_content(page=hidden, user=make_person("disclosure_office", district=hidden.district), reason="有误")
    rows = [{"kind": "amends", "target_number": "样政办发〔2016〕1号"}, {"kind": "repeals", "target": draft_only}]
    shown = preview_of(make_document_draft(section=hidden.get_parent().specific, relations=rows))
    assert [name.split()[0] for names in shown.values() for name in names] == ["另一份文件", "另一份文件"]


@pytest.mark.parametrize("count", [1, 3])
def test_queries_do_not_grow(visitor, count, django_assert_num_queries, make) -> None:
    page = make(effective_on=START)
    for _ in range(count):
        row = {"kind": "amends", "target": page, "provisions": "第一条"}
        make(effective_on=REPEAL, relations=[row])
    for part, queries in (("", 21), ("force/", 18), ("editions/", 18)):
        visitor.get(page.get_url() + part)
        with django_assert_num_queries(queries):
            assert visitor.get(page.get_url() + part).status_code == 200
