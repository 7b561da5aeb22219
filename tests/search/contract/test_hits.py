from search.documents import AttachmentText, Passage
from tests.factories.search import TODAY, make_force, make_request, make_search_document

from .asking import fill


def test_hit_has_everything_that_is_shown(engine):
    document = make_search_document(
        "《招生》办法（试行）",
        key=1,
        version=7,
        number="样发〔2019〕1号",
        columns=("民生", "民生/教育"),
        published_on=TODAY,
        passages=(Passage("总则。", heading="一"), Passage("招生，工作。", heading="二")),
        force=(make_force("amended"),),
        companions=(5, 3),
    )
    fill(engine, document)

    (hit,) = engine.search(make_request("招生")).hits
    assert (hit.key, hit.version, hit.url, hit.page_type) == (1, 7, document.url, "article")
    assert (hit.title, hit.number, hit.district, hit.unit) == (document.title, document.number, "furong", "u1")
    assert (hit.columns, hit.published_on, hit.companions) == (document.columns, TODAY, (5, 3))
    assert (hit.force, hit.is_in_force) == ("amended", True)
    assert hit.passages == (("二", "招生，工作。"), ("一", "总则。"))


def test_hit_names_the_attachments_that_hold_a_word(engine):
    attachments = (
        AttachmentText("通知.docx", "/d/1", (Passage("别的"),)),
        AttachmentText("附表.xlsx", "/d/2", (Passage("名额", heading="甲"), Passage("招生，计划", heading="乙"))),
        AttachmentText("招生表.pdf", "/d/3"),
    )
    fill(engine, make_search_document("办法", key=1, attachments=attachments))

    (hit,) = engine.search(make_request("招生")).hits
    assert [(one.name, one.url, one.passages) for one in hit.attachments] == [
        ("附表.xlsx", "/d/2", (("乙", "招生，计划"),)),
        ("招生表.pdf", "/d/3", ()),
    ]


def test_hits_without_a_question_have_all_passages_and_no_attachment(engine):
    fill(engine, make_search_document("办法", "正文", attachment="附件", key=1))

    (hit,) = engine.search(make_request()).hits
    assert (hit.passages, hit.attachments) == ((("", "正文"),), ())
