import pytest
from django.core.files.base import ContentFile
from wagtail.models import ModelLogEntry

from plugins.contrib.requests.domain.redacting import content_of, redact_file
from plugins.contrib.requests.enums import FileKind
from plugins.contrib.requests.models import CaseFile
from plugins.contrib.requests.redaction import RedactionRefused, WordMark

TEXT = "住在青石街的欧阳清和与李白。"


@pytest.fixture
def source(case, officer):
    file = ContentFile(TEXT.encode(), name="x")
    given = {"size": file.size, "content_type": "text/plain", "by": officer}
    return case.files.create(kind=FileKind.SOURCE, name="材料.txt", file=file, **given)


def test_redacted_copy_is_kept_beside_its_source(source, officer):
    marks = [WordMark("欧阳清和", "refused_third_party"), WordMark("李白", "refused_internal")]
    made = redact_file(source=source, marks=marks, user=officer)
    assert (made.kind, made.name, content_of(made).decode()) == (
        FileKind.REDACTED,
        "材料（已处理）.txt",
        "住在青石街的■■■〔1〕与■■■〔2〕。",
    )
    assert (made.redaction.source, made.redaction.reasons, made.redaction.places) == (
        source,
        ["refused_third_party", "refused_internal"],
        2,
    )
    assert content_of(source).decode() == TEXT


def test_log_says_why_and_never_what(source, officer):
    redact_file(source=source, marks=[WordMark("李白", "refused_internal")], user=officer)
    entry = ModelLogEntry.objects.get(action="gongkai.requests.redacted")
    assert entry.data == {"reasons": ["refused_internal"], "places": 1, "clear_pages": []}


def test_refused_copy_leaves_nothing(source, officer):
    with pytest.raises(RedactionRefused):
        redact_file(source=source, marks=[WordMark("杜甫", "refused_internal")], user=officer)
    assert CaseFile.objects.count() == 1
