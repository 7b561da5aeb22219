"""What people do with the first case of the queue: its acts, files and letters, a function each."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from django.urls import reverse
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

_GAP = re.compile(r"\{\{.*?\}\}")


def open_case(desk: Page) -> None:
    desk.goto(reverse("requests-admin:queue") + "?state=all")
    desk.locator(".gk-queue tbody a").first.click()


def open_act(desk: Page, act: str) -> Locator:
    """The case with the form of ``act`` unfolded."""
    open_case(desk)
    form = desk.locator(f"#act-{act}")
    form.locator("summary").click()
    return form


def do(desk: Page, act: str, state: str, **given: str) -> None:
    """Open the act, fill it in, and see the state that it leads to."""
    form = open_act(desk, act)
    for name, value in given.items():
        field = form.locator(f"[name={act}-{name}]")
        if field.evaluate("one => one.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
    form.locator("button[type=submit]").click()
    expect(desk.locator(".gk-desk__bar .gk-case__state")).to_have_text(state)


def expect_refusal(desk: Page, act: str, words: str) -> None:
    """Send the form of ``act`` as it is, and read why not."""
    form = open_act(desk, act)
    form.locator("button[type=submit]").click()
    expect(form.locator(".help-critical")).to_contain_text(words)


def add_file(desk: Page, file: Path) -> None:
    """By the entry beside the acts."""
    open_case(desk)
    desk.get_by_role("link", name="添加文件、区分处理").click()
    desk.locator("[name=source]").set_input_files(file)
    desk.locator("form:has([name=source]) button").click()
    _expect_done(desk)


def redact(desk: Page, words: list[str]) -> None:
    """Take ``words`` out of a copy of the file that was just added; look at the copy first."""
    desk.get_by_role("link", name="区分处理", exact=True).last.click()
    for row, one in enumerate(words):
        desk.locator(f"[name=words-{row}-words]").fill(one)
        desk.locator(f"[name=words-{row}-reason]").select_option("refused_third_party")
    desk.locator(".gk-papers__acts button").first.click()
    expect(desk.locator("#copy")).to_be_visible()
    desk.locator("button[name=keep]").click()
    _expect_done(desk)


def write_letter(desk: Page, label: str) -> None:
    """Write the letter that waits on the case's screen, and say in it what the case does not know."""
    open_case(desk)
    desk.locator(".gk-act--steps").get_by_role("button", name=f"起草文书“{label}”").click()
    body = desk.locator("[name=body]")
    body.fill(_GAP.sub("见附件", body.input_value()))
    desk.locator("form:has([name=body]) button").click()
    _expect_done(desk)
    expect(desk.locator(".help-warning")).to_have_count(0)


def open_letter(desk: Page, act: str) -> None:
    """By the link above the form of ``act``."""
    open_act(desk, act).locator("a[href*='/letters/']").click()


def letter_act(desk: Page, act: str, state: str) -> None:
    """``approve`` or ``issue`` the letter that is open."""
    desk.locator(f"form[action$='/{act}/'] button").click()
    expect(desk.locator(".gk-desk__bar .gk-case__state")).to_have_text(state)


def approve_wording(desk: Page) -> None:
    desk.goto(reverse("requests-admin:wording"))
    desk.get_by_role("button", name="批准").first.click()
    _expect_done(desk)


def downloaded(page: Page, button: Locator) -> bytes:
    """The file that ``button`` gives."""
    with page.expect_download() as waiting:
        button.click()
    return Path(waiting.value.path()).read_bytes()


def text_of(file: bytes) -> str:
    """All words of a PDF, without blanks."""
    return "".join("".join(page.extract_text() for page in PdfReader(io.BytesIO(file)).pages).split())


def parts_of(file: bytes) -> str:
    """All that is in a DOCX, part after part."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return "".join(archive.read(name).decode(errors="replace") for name in archive.namelist())


def _expect_done(desk: Page) -> None:
    expect(desk.locator(".messages .success")).to_be_visible()
