import pytest
from django.db import connection

from disclosure_pages.documents.models import LegalRecord, Topic
from disclosure_pages.interpretations.models import Interpretation
from disclosure_pages.media.texts.keeping import text_of
from disclosure_pages.pages.models import Article, Attachment
from disclosure_pages.tree.models import DisclosurePage
from search.building.chunks import build
from search.documents import AttachmentText, Passage
from tests.factories.documents import document_section, make_document_draft, make_policy_document
from tests.factories.interpretations import make_interpretation
from tests.factories.kinds import KINDS, make_complete
from tests.factories.media import make_document
from tests.factories.pages import make_changed_draft, make_draft, make_published, publish
from tests.factories.tenancy import make_alias, make_district, make_unit
from tests.factories.tree import make_column, make_section

pytestmark = pytest.mark.django_db


def document_of(page, version=7):
    return build({page.pk: version}).documents[page.pk]


def test_document_has_the_header_of_its_page():
    unit = make_unit(make_district(slug="furong"), name="区教育局", full_name="芙蓉区教育局", code="jyj")
    make_alias(unit, name="区教委")
    page = make_policy_document("关于招生的通知", section=document_section(unit=unit), number="芙教发〔2026〕3号")
    found = document_of(page)

    assert (found.key, found.version, found.url, found.page_type) == (page.pk, 7, page.url_path, "policydocument")
    assert (found.title, found.district, found.unit) == ("关于招生的通知", "furong", "furong/jyj")
    assert (found.number, found.number_key, found.issuers) == ("芙教发〔2026〕3号", page.number_key, ("芙蓉区教育局",))
    assert found.index_number == LegalRecord.objects.get(page=page).index_number.casefold()
    assert {"区教育局", "芙蓉区教育局", "区教委"} <= set(found.keywords)
    assert (found.kinds[-1], found.topics[-1]) == ("notice", "0101")
    assert (found.attribute, found.formed_on) == ("proactive", page.formed_on)


def test_columns_lead_from_the_broadest():
    outer = make_column("法定主动公开内容")
    inner = make_column("重大民生信息", parent=outer)
    page = make_published(section=make_section(column=inner))

    assert document_of(page).columns == ("法定主动公开内容", "法定主动公开内容 / 重大民生信息")
    assert "重大民生信息" in document_of(page).keywords


def test_topic_counts_with_its_superior_topic():
    topic = Topic.objects.exclude(parent=None).first()

    assert document_of(make_policy_document(topic=topic.code)).topics == (topic.parent.code, topic.code)


def test_force_is_told_span_by_span():
    page = make_policy_document()
    spans = document_of(page).force

    assert [span.force for span in spans][-1] == "in_force"
    assert all(spans[n].ends_on < spans[n + 1].starts_on for n in range(len(spans) - 1))


def test_only_public_pages_become_documents():
    draft, page = make_draft("机密草稿"), make_published()

    assert set(build({draft.pk: 1, page.pk: 2, 10**9: 3}).documents) == {page.pk}


def test_newer_draft_of_a_public_page_does_not_show():
    page = make_published("原题", body="<p>原文</p>")
    make_changed_draft(page, title="泄密标题", body="<p>泄密正文</p>")

    assert "泄密" not in repr(document_of(page))


def test_fields_for_people_at_work_do_not_show():
    page = publish(make_document_draft(stated_attribute="proactive", stated_basis="内部依据"))

    assert "内部依据" not in repr(document_of(page))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_indexed_with_its_words(kind):
    found = document_of(publish(make_complete(kind)))

    assert found.page_type == kind._meta.model_name
    assert found.passages


def test_attachment_says_what_its_file_says():
    document = make_document(title="附表", content="高龄津贴标准表".encode())
    draft = make_draft()
    draft.attachments.set([Attachment(document=document, title="附件1")])
    draft.save_revision(user=draft.owner)
    page = publish(draft, reason="已核")
    text_of(document)

    assert document_of(page).attachments == (AttachmentText("附件1", document.url, (Passage("高龄津贴标准表"),)),)


def test_file_of_a_draft_only_does_not_show():
    page = make_published()
    draft = make_changed_draft(page).get_latest_revision_as_object()
    draft.attachments.set([Attachment(document=make_document(title="未公开附件"))])
    draft.save_revision(user=draft.owner)

    assert document_of(page).attachments == ()


def test_document_and_interpretation_are_companions():
    document = make_policy_document()
    interpretation = make_interpretation(document)

    assert document_of(document).companions == (interpretation.pk,)
    assert document_of(interpretation).companions == (document.pk,)


def test_number_of_queries_does_not_grow(django_assert_max_num_queries):
    sections = [document_section() for _ in range(3)]
    for section in sections:
        page = make_policy_document(section=section)
        make_interpretation(page)
        make_published(section=section)
    keys = dict.fromkeys(DisclosurePage.objects.public().values_list("pk", flat=True), 1)

    with django_assert_max_num_queries(20):
        assert len(build(keys).documents) == 9


def test_page_that_cannot_be_read_stops_no_other(caplog):
    bad, good = make_published(), make_published()
    write_body(bad, '[{"type": "table", "value": [1], "id": "1"}]')
    built = build({bad.pk: 1, good.pk: 1})

    assert set(built.documents) == {good.pk}
    assert [failure.key for failure in built.failures] == [bad.pk]


def write_body(page, text):
    table, key = Article._meta.db_table, Article._meta.pk.column
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET body = %s WHERE {key} = %s", [text, page.pk])  # noqa: S608


def test_interpretation_is_found_by_its_form():
    page = make_interpretation(make_policy_document())

    assert Interpretation.objects.get(pk=page.pk).get_form_display() in document_of(page).keywords
