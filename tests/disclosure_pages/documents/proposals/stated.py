"""Proposals as short lines, so that a table of cases says all that was found, and nothing else."""

from __future__ import annotations

from typing import Any

from disclosure_pages.documents.proposals.finding import find_proposals
from disclosure_pages.documents.proposals.proposal import Proposal

OLD = "《旧城物业管理办法》（长政办发〔2016〕5号）"


def relations(text: str, **known: Any) -> list[str]:
    """``repeals 旧城物业管理办法 长政办发〔2016〕5号``, then provisions, day, new expiry and term, if any."""
    return [_relation(found) for found in find_proposals(text, **known) if found.relation]


def days(text: str, **known: Any) -> list[str]:
    """``effective 2020-07-01``, ``term 60``, ``expiry 2025-06-30``."""
    return [_day(found) for found in find_proposals(text, **known) if not found.relation]


def _relation(found: Proposal) -> str:
    parts = [found.relation, found.target_title, found.target_number, found.provisions, found.day]
    parts += [
        f"until {found.new_expiry}" if found.new_expiry else "",
        f"for {found.term.in_months}" if found.term else "",
    ]
    return " ".join(str(part) for part in parts if part)


def _day(found: Proposal) -> str:
    what = found.term.in_months if found.kind == "term" else found.day or ""
    after = f"+{found.days_after}" if found.days_after else ""
    return " ".join(str(part) for part in (found.kind, what, found.day_rule, after) if part)
