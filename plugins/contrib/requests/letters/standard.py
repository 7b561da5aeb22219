"""The standard wording of each letter (``standard.json``): a city takes it as it is, or writes its own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .variables import check_variables

_FILE = Path(__file__).with_name("standard.json")


@dataclass(frozen=True, slots=True)
class StandardLetter:
    """A letter as it is written before anybody changes it. ``basis`` names the articles that it rests on."""

    kind: str
    title: str
    basis: str
    body: str


@cache
def fee_effects() -> Mapping[str, str]:
    """By what a fee does to the period for the answer: the sentence that says so in its letter."""
    found: Mapping[str, str] = json.loads(_FILE.read_text())["fee_effects"]
    return found


@cache
def standard_letters() -> Mapping[str, StandardLetter]:
    """By kind, in the order of the file."""
    data = json.loads(_FILE.read_text())
    letters = {}
    for kind, entry in data["letters"].items():
        body = "\n".join(entry["body"])
        if remedies := entry.get("remedies"):
            body = f"{body}\n{data['remedies'][remedies]}"
        check_variables([entry["title"], body])
        letters[kind] = StandardLetter(kind, entry["title"], entry["basis"], body)
    return letters
