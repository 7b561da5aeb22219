"""Whatever a text is like, it is read and recognised to the end, and in no time."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure_pages.importing.composing.prose import compose_prose
from disclosure_pages.importing.reading import Unreadable, read_document
from disclosure_pages.importing.recognition import Field, find_layout, recognise_layout
from tests.disclosure_pages.importing import look_alikes

MARKS = {
    "附件",
    "附件：",
    "第一条",
    "（一）",
    "一、",
    "2021年",
    "令",
    "文件",
    "：",
    "《",
    "（",
    "印发",
    "抄送：",
    "\t\t",
}
LINES = sorted(
    {line for name, text in vars(look_alikes).items() if name.isupper() for line in text.splitlines()} | MARKS
)
CHARACTERS = "第章条一二〇年月日号（）《》〔〕：。，、 \n\t附件抄送印发令文件关于的通知局2021."


def _recognise(text):
    document = read_document(text.encode())
    layout = find_layout(document)
    return recognise_layout(layout), compose_prose(document, layout)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=30))
def test_lines_of_documents_in_any_order(lines):
    try:
        recognition, _prose = _recognise("\n".join(lines))
    except Unreadable:
        return

    assert [item.field for item in recognition.fields] == list(Field)


@settings(max_examples=100, deadline=None)
@given(
    st.text(alphabet="第章条一二〇年月日号（）《》〔〕：。，、 \n\t附件抄送印发令文件关于的通知局2021.", max_size=400)
)
def test_any_text(text):
    try:
        recognition, _prose = _recognise(text)
    except Unreadable:
        return

    assert [item.field for item in recognition.fields] == list(Field)


@pytest.mark.parametrize(
    "text", ["（" * 50_000, "关于" + "  a" * 20_000, "2020年1月1日" * 5_000, "附件：" + "1." * 20_000, "《" * 50_000]
)
def test_time_is_bounded(text):
    started = time.process_time()
    _recognise(f"关于某事的通知\n{text}")

    assert time.process_time() - started < 5
