"""Each kind of change is written down by the act itself, and reaches the index."""

import datetime as dt

import pytest
from django.db import transaction

from cms.tenancy.models import UnitAlias
from disclosure_pages.documents.models import Topic
from disclosure_pages.media.models import FileText
from disclosure_pages.media.texts.keeping import text_of
from disclosure_pages.pages.models import Attachment
from disclosure_pages.tree.acts import structural_change
from disclosure_pages.tree.domain.reorganisation import merge_units, rename_unit, undo_reorganisation
from search.models import OutboxEvent
from search.outbox.work import work
from tests.factories.documents import document_section, make_policy_document
from tests.factories.interpretations import make_interpretation
from tests.factories.media import make_document
from tests.factories.pages import make_changed_draft, make_draft, make_published, publish
from tests.factories.tenancy import make_alias, make_district, make_unit
from tests.factories.tree import make_column, make_section
from tests.search.acts import delete, move, withdraw

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 6, 1)


def told(engine):
    """What the engine knows once everything has been worked off."""
    work()
    assert OutboxEvent.objects.count() == 0
    return engine.index.documents()


def test_published_page_arrives(engine):
    page = make_published("关于放假的通知")

    assert told(engine)[page.pk].title == "关于放假的通知"


def test_changed_page_arrives_with_a_higher_version(engine):
    page = make_published()
    before = told(engine)[page.pk]
    publish(make_changed_draft(page, title="新题"))
    after = told(engine)[page.pk]

    assert (after.title, after.version > before.version) == ("新题", True)


def test_draft_never_arrives(engine):
    make_draft("机密草稿")

    assert told(engine) == {}


def test_withdrawn_page_leaves(engine):
    page, other = make_published(), make_published()
    told(engine)
    withdraw(page)

    assert list(told(engine)) == [other.pk]


def test_deleted_page_leaves(engine):
    page, other = make_published(), make_published()
    told(engine)
    delete(page)

    assert list(told(engine)) == [other.pk]


def test_moved_page_is_found_in_its_new_column(engine):
    column = make_column("旧栏目")
    page = make_published(section=make_section(column=column))
    target = make_section(column=make_column("新栏目", district=column.district), unit=page.unit)
    told(engine)
    move(page, target)

    assert told(engine)[page.pk].columns == ("新栏目",)


def test_column_moves_with_all_its_content_as_one_event(engine):
    outer, column = make_column("重大民生信息"), make_column("教育")
    pages = [make_published(section=make_section(column=column)) for _ in range(3)]
    outer = make_column("民生", district=column.district)
    told(engine)
    with structural_change():
        column.refresh_from_db()
        column.move(outer, pos="last-child")

    assert OutboxEvent.objects.count() == 1
    assert {told(engine)[page.pk].columns[-1] for page in pages} == {"民生 / 教育"}


def test_renamed_column_is_found_by_its_new_title(engine):
    column = make_column("旧名")
    page = make_published(section=make_section(column=column))
    told(engine)
    column.title = "新名"
    with structural_change():
        column.save()

    assert told(engine)[page.pk].columns == ("新名",)


def merger_with(sections):
    district = make_district()
    old, new = make_unit(district, name="区旅游局"), make_unit(district, name="区文旅局")
    pages = [
        make_published(section=make_section(column=make_column(district=district), unit=old)) for _ in range(sections)
    ]
    return old, new, pages


@pytest.mark.parametrize("sections", [1, 3])
def test_merger_of_units_is_one_event(engine, sections):
    old, new, pages = merger_with(sections)
    told(engine)
    merge_units(units=[old], into=new, day=DAY, reason="机构改革")

    assert list(OutboxEvent.objects.values_list("kind", "keys")) == [("unit", [new.pk])]
    documents = told(engine)
    assert {documents[page.pk].unit.split("/")[1] for page in pages} == {new.code}
    assert all("区旅游局" in documents[page.pk].keywords for page in pages)


def test_merger_that_is_undone_is_undone_in_the_index(engine):
    old, new, pages = merger_with(2)
    before = told(engine)[pages[0].pk]
    act = merge_units(units=[old], into=new, day=DAY, reason="机构改革")
    told(engine)
    undo_reorganisation(reorganisation=act)
    after = told(engine)[pages[0].pk]

    assert (after.unit, after.keywords) == (before.unit, before.keywords)


def test_renamed_unit_is_found_by_both_names(engine):
    old, _new, pages = merger_with(1)
    told(engine)
    rename_unit(unit=old, new_name="区文化局", day=DAY, reason="更名")

    assert {"区文化局", "区旅游局"} <= set(told(engine)[pages[0].pk].keywords)


def test_alias_arrives_and_leaves(engine):
    page = make_published()
    alias = make_alias(page.unit, name="某局")
    with_alias = told(engine)[page.pk].keywords
    UnitAlias.objects.get(pk=alias.pk).delete()

    assert ("某局" in with_alias, "某局" in told(engine)[page.pk].keywords) == (True, False)


def test_alias_of_an_issuing_unit_arrives(engine):
    issuer = make_unit(name="区府办")
    page = make_policy_document(issuing_unit=issuer)
    told(engine)
    make_alias(issuer, name="区政府办公室")

    assert "区政府办公室" in told(engine)[page.pk].keywords


def test_repeal_by_another_document_arrives(engine):
    section = document_section()
    old = make_policy_document("旧办法", section=section)
    assert told(engine)[old.pk].force[-1].force == "in_force"
    make_policy_document("新办法", section=section, relations=[{"kind": "repeals", "target": old}])

    assert told(engine)[old.pk].force[-1].force == "repealed"


def test_text_that_was_read_late_arrives(engine):
    document = make_document(content="高龄津贴".encode())
    draft = make_draft()
    draft.attachments.set([Attachment(document=document)])
    draft.save_revision(user=draft.owner)
    page = publish(draft, reason="已核")
    FileText.objects.all().delete()
    before = told(engine)[page.pk].attachments[0].passages
    text_of(document)

    assert (before, [part.text for part in told(engine)[page.pk].attachments[0].passages]) == ((), ["高龄津贴"])


def test_interpretation_is_shown_with_its_document_and_no_longer(engine):
    document = make_policy_document()
    told(engine)
    interpretation = make_interpretation(document)
    with_it = told(engine)[document.pk].companions
    withdraw(interpretation)

    assert (with_it, told(engine)[document.pk].companions) == ((interpretation.pk,), ())


def test_interpretation_that_names_another_document_leaves_the_first(engine):
    first = make_policy_document()
    second = make_policy_document(section=first.get_parent().specific)
    interpretation = make_interpretation(first)
    told(engine)
    draft = make_changed_draft(interpretation).get_latest_revision_as_object()
    draft.documents.set([type(draft.documents.first())(document=second)])
    draft.save_revision(user=draft.owner)
    publish(interpretation)
    documents = told(engine)

    assert (documents[first.pk].companions, documents[second.pk].companions) == ((), (interpretation.pk,))


def test_renamed_topic_arrives(engine):
    page = make_policy_document()
    told(engine)
    topic = Topic.objects.get(pk=page.topic_id)
    topic.name = "城乡建设新名"
    topic.save()

    assert "城乡建设新名" in told(engine)[page.pk].keywords


def test_act_that_fails_leaves_no_event(engine):
    page = make_published()
    told(engine)
    with pytest.raises(RuntimeError), transaction.atomic():
        withdraw(page)
        make_alias(page.unit)
        raise RuntimeError

    assert OutboxEvent.objects.count() == 0
    assert list(told(engine)) == [page.pk]
