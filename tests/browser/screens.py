"""What people do on the screens of the admin, a function each."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

PASTE = """([element, text]) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""


def add_text(page: Page) -> Locator:
    """A block of text in the body; the editor takes the focus when it is ready."""
    body = page.locator("[data-contentpath=body]")
    add = body.locator(".c-sf-add-button").first
    add.evaluate("button => button.scrollIntoView({ block: 'center' })")  # or the list of blocks opens off the screen
    add.click()
    page.get_by_role("option", name="文字").first.click()
    text = body.locator(".public-DraftEditor-content")
    expect(text).to_be_focused()
    return text


def type_text(page: Page, words: str) -> None:
    """Write into a new block of text."""
    add_text(page).press_sequentially(words)
    _expect_text(page, words)


def paste_text(page: Page, words: str) -> None:
    """Paste plain text, a line a paragraph, into a new block of text."""
    text = add_text(page)
    page.evaluate(PASTE, [text.element_handle(), words])
    _expect_text(page, words.rsplit("\n", maxsplit=1)[-1])


def _expect_text(page: Page, words: str) -> None:
    """The editor has written what was typed into the field that the form sends."""
    field = page.locator("[data-contentpath=body] input[name$='-value']").first
    expect(field).to_have_value(re.compile(re.escape(words)))


def rewrite_text(page: Page, heading: str, paragraph: str) -> None:
    """Replace a text that begins with a heading by one heading and a paragraph, as one does with the keyboard."""
    text = page.locator("[data-contentpath=body] .public-DraftEditor-content")
    text.click()
    text.press("Control+a")
    text.press_sequentially(heading)
    text.press("Enter")
    text.press_sequentially(paragraph)
    _expect_text(page, paragraph)


def fill_day(page: Page, field: str, day: str) -> None:
    """A day, without the calendar that opens over what is below it."""
    page.fill(f"#id_{field}", day)
    page.press(f"#id_{field}", "Escape")


def save_draft(page: Page) -> None:
    """Save, and wait for the editor to say so."""
    page.locator("footer button.action-save").click()
    expect(page.locator(".messages .success")).to_be_visible()


def press_submit(page: Page) -> None:
    page.locator("footer [data-w-dropdown-target=toggle]").click()
    page.locator("button[name=action-submit]").click()


def submit(page: Page) -> None:
    """Hand the draft in."""
    press_submit(page)
    page.wait_for_url("**/admin/pages/*/")


def open_review(page: Page, title: str, *, text: str) -> None:
    """The first of the two clicks, from the desk: the review shows the page that is reviewed."""
    page.goto("/admin/")
    page.locator("#waiting-section").get_by_role("link", name=title, exact=True).click()
    expect(page.frame_locator("iframe.gk-preview").get_by_text(text).first).to_be_visible()


def decide(page: Page, decision: str) -> None:
    """The second."""
    page.locator(f"button[name=decision][value={decision}]").click()


def approve(page: Page) -> None:
    """Decide, and come back to the desk."""
    decide(page, "approved")
    page.wait_for_url("**/admin/")


def rule_proactive(page: Page, *, basis: str) -> None:
    """What the confidentiality review fills in for content that may be public."""
    page.check("input[name=attribute][value=proactive]")
    page.fill("input[name=basis]", basis)
    check_all(page, "checklist")


def check_all(page: Page, name: str) -> None:
    for box in page.locator(f"input[name={name}]").all():
        box.check()
