"""Asking plug-ins about pages that are indexed: each about those where it is on, and page by page what came back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import partial
from typing import Any, TypeVar

from disclosure_pages.tree.models import DisclosurePage
from plugins.activation import active_everywhere
from plugins.calling import Given, Kind, Trouble, WrongAnswer, ask, tell

Said = TypeVar("Said")
#: Seconds for a chunk of pages; nobody waits for it.
BUDGET = 10.0


def where_on(added: Sequence[Given[Any]], keys: Sequence[int]) -> Iterator[tuple[Given[Any], list[int]]]:
    """Each of ``added`` whose plug-in is on for some of the pages ``keys``, with these pages; two queries at most."""
    on = active_everywhere() if added else {}
    by_district = any(on.get(given.plugin) for given in added)
    pages = DisclosurePage.objects.filter(pk__in=keys).values_list("pk", "district") if by_district else ()
    districts = dict(pages)
    for given in added:
        where = on.get(given.plugin, frozenset())
        here = list(keys) if where is None else [key for key in keys if districts.get(key) in where]
        if here:
            yield given, here


def said_of(
    here: Sequence[int], *, plugin: str, what: str, function: Callable[..., Any], made: Callable[[Any], Said]
) -> Mapping[int, Sequence[Said]] | None:
    """What ``function`` of ``plugin`` answers about the pages ``here``, each made by ``made``; ``None`` when it failed.

    A page of which something wrong is said is left out and told: the others of its chunk are as right as before.
    """
    wrong: list[str] = []
    said = ask(plugin, what, function, here, check=partial(_each, set(here), made, wrong), budget=BUDGET)
    if wrong:
        tell(Trouble(plugin, what, Kind.WRONG_TYPE, f"{wrong[0]} ({len(wrong)} pages)"))
    return said


def failure_of(plugin: str, what: str) -> str:
    """For the list of pages that are tried again; what happened stands in the plug-in's own incidents."""
    return f"{plugin}: {what}"


def _each(here: Set[int], made: Callable[[Any], Said], wrong: list[str], answer: Any) -> dict[int, list[Said]]:
    if not isinstance(answer, Mapping):
        raise WrongAnswer(f"a mapping of pages to what they have is asked for, not {type(answer).__name__}")
    found: dict[int, list[Said]] = {}
    for key in here & answer.keys():
        try:
            found[key] = [made(one) for one in _several(answer[key])]
        except WrongAnswer as error:
            wrong.append(f"{key}: {error}")
    return found


def _several(answer: Any) -> Iterable[Any]:
    if isinstance(answer, str) or not isinstance(answer, Iterable):
        raise WrongAnswer(f"several things are asked for of a page, not {type(answer).__name__}")
    return answer
