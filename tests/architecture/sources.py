"""The files of the project, as the tests of its shape read them."""

from __future__ import annotations

import ast
import statistics
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("cms", "disclosure_pages", "search", "plugins", "themes")
MADE_BY_TOOLS = {"__pycache__", "var", "build", "dist", "htmlcov"}


@cache
def files(*suffixes: str, under: tuple[str, ...] = (*PACKAGES, "tests")) -> tuple[Path, ...]:
    """Every file of the packages with one of ``suffixes`` (any, without one), in a stable order."""
    found = (path for folder in under for path in sorted((ROOT / folder).rglob("*")))
    return tuple(
        path
        for path in found
        if path.is_file() and MADE_BY_TOOLS.isdisjoint(path.parts) and (not suffixes or path.suffix in suffixes)
    )


@cache
def production_code() -> tuple[Path, ...]:
    """Python files that are neither tests nor migrations and that are not empty."""
    return tuple(
        path
        for path in files(".py", under=PACKAGES)
        if not {"migrations", "tests"}.intersection(path.relative_to(ROOT).parts) and path.read_text().strip()
    )


@cache
def templates() -> tuple[Path, ...]:
    return files(".html", ".txt", ".xml", under=PACKAGES)


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a file, nested ones included."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from ``def`` to the last statement, without decorators."""
    assert node.end_lineno is not None
    return node.end_lineno - node.lineno + 1


def place(path: Path) -> str:
    """The path as it is written in messages."""
    return path.relative_to(ROOT).as_posix()


def percentile_95(values: Sequence[int]) -> int:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]


def median(values: Sequence[int]) -> float:
    return statistics.median(values)
