"""Answers the questions for people as a person would: by reading them."""

from __future__ import annotations

import re

from plugins.contrib.requests.protection.questions import _data


def solve(text: str) -> str:
    """The answer to a question in Chinese."""
    known = _data()
    number = {word: str(value) for value, word in enumerate(known["numbers"])}
    if found := re.search(r"^(\w+)([加减])(\w+)等于", text):
        one, other = int(number[found[1]]), int(number[found[3]])
        return str(one + other if found[2] == "加" else one - other)
    if found := re.search(r"五个词：(.+)。其中第(\w+)个", text):
        return found[1].split("、")[int(number[found[2]]) - 1]
    if found := re.search(r"“(.+)”一共有", text):
        return str(len(found[1].split("、")))
    if found := re.search(r"在“(.+)”里，“(.)”后面", text):
        return found[1][found[1].index(found[2]) + 1]
    found = re.search(r"今天是(\w+)，再过(\w+)天", text)
    assert found, text
    days = known["days"]
    return str(days[(days.index(found[1]) + int(number[found[2]])) % 7])
