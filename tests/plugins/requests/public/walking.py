"""An applicant without JavaScript: fills in what a form has, and sends what it carries."""

from __future__ import annotations

import re
import secrets
import time
from html import unescape
from typing import Any

from django.core import signing
from django.test import Client

from plugins.contrib.requests.protection import captcha

ANSWER = "芙蓉"
PHONE, MAIL = "13912345678", "canary.liu@example.com"
#: Made up, each word nowhere else: where it turns up, it has leaked.
PERSONAL = {
    "name": "金丝雀刘小明",
    "identity_number": "430105194912310024",
    "phone": PHONE,
    "email": MAIL,
    "fax": "0731-55556677",
    "address": "样例市甲区金丝雀路十二号",
    "features": "金丝雀描述：去年修路的合同。",
    "fee_reason": "金丝雀理由：低保户。",
}
APPLICATION = {
    **PERSONAL,
    "applicant_kind": "natural",
    "identity_kind": "resident",
    "title": "道路维修合同",
    "wanted_form": "paper",
    "delivery": "post",
    "asks_fee_reduction": "on",
}
FIELD = re.compile(r'<input type="hidden" name="(\w+)"(?: value="([^"]*)")?')
CODE = re.compile(r'<p class="requests-code">([0-9A-Z-]+)</p>')


def reader() -> Client:
    return Client(headers={"host": "localhost"})


def question(answer: str = ANSWER, *, age: int = 60) -> str:
    """The token of a question whose answer is known."""
    number = secrets.token_hex(8)
    payload = {
        "text": "?",
        "number": number,
        "answers": [captcha._sealed(number, answer)],
        "at": int(time.time()) - age,
    }
    return signing.dumps(payload, salt=captcha.SALT, compress=True)


def carried(html: str) -> dict[str, str]:
    """Hidden fields of the last form of a page."""
    form = html[html.rindex("<form") :]
    return {name: unescape(value) for name, value in FIELD.findall(form) if name != "csrfmiddlewaretoken"}


def check(client: Client, path: str, **changes: Any) -> str:
    """The first step."""
    response = client.post(path, {"step": "check", **APPLICATION, **changes})
    assert response.status_code == 200
    return response.content.decode()


def send(client: Client, path: str, html: str, **changes: Any) -> Any:
    """The second step, from what the first one carries."""
    sent = {**carried(html), "step": "send", "question": question(), "answer": ANSWER, **changes}
    return client.post(path, sent)


def applied(client: Client, path: str = "/jia/requests/apply/", **changes: Any) -> str:
    """Both steps; the tracking code."""
    html = send(client, path, check(client, path, **changes)).content.decode()
    found = CODE.search(html)
    assert found, html
    return found.group(1)
