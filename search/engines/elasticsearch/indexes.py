"""Indexes behind an alias: the one that answers, the former one, and those that are being built.

An index called ``2026`` of the alias ``gongkai`` is ``gongkai~2026`` in the cluster; ``gongkai~former`` is an alias of
the one that answered before. Everything is written through an alias, because writing to an index that somebody has
dropped would make a new one without fields.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from search.engines.contract import IndexState

from .connection import PATIENCE, answering
from .mapping import mappings, new_settings, serving_settings

if TYPE_CHECKING:
    from elasticsearch import Elasticsearch

_FORMER = "former"
_WRITING = "writing"
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,99}")


@dataclass(frozen=True, slots=True)
class Indexes:
    """The indexes of one ``alias``; ``shards`` and ``replicas`` are those of new ones."""

    client: Elasticsearch
    alias: str
    shards: int = 1
    replicas: int = 1

    def create(self, name: str) -> str:
        """The alias by which to write to ``name``, which is made unless it is there."""
        if name == _FORMER or not _NAME.fullmatch(name):
            raise ValueError(
                f"{name!r} is no name of an index: small letters, digits, dots, dashes and underlines only."
            )
        index = self._index(name)
        with answering():
            if not self._patient.indices.exists(index=index):
                self._patient.indices.create(
                    index=index,
                    settings=new_settings(shards=self.shards),
                    mappings=mappings(),
                    aliases={f"{index}~{_WRITING}": {}},
                )
        return f"{index}~{_WRITING}"

    def swap(self, name: str) -> None:
        """Let ``name`` answer, keep what answered before, and forget what was kept until now."""
        index = self._index(name)
        serving, former = self._behind(self.alias), self._behind(self._former)
        if index == serving:
            return
        if not self._exists(index):
            raise LookupError(f"There is no index called {name!r}.")
        self._make_ready(index)
        self._point(serving=index, former=serving)
        if former and former not in {index, serving}:
            self._delete(former)

    def roll_back(self) -> str:
        """Let the former index answer; the one that answered becomes the former. Raises ``LookupError``."""
        serving, former = self._behind(self.alias), self._behind(self._former)
        if not former:
            raise LookupError("No former index is kept.")
        self._point(serving=former, former=serving)
        return self._name(former)

    def states(self) -> list[IndexState]:
        """Every index, the newest first."""
        with answering():
            found = self._patient.indices.get(index=f"{self.alias}~*", features=["aliases", "settings"]).body
        states = [self._state(index, about) for index, about in found.items()]
        return sorted(states, key=lambda state: state.created_at, reverse=True)

    def drop(self, name: str) -> None:
        """Forget ``name``. Raises ``ValueError`` when it answers."""
        index = self._index(name)
        if index == self._behind(self.alias):
            raise ValueError(f"The index {name!r} answers; let another one answer first.")
        if self._exists(index):
            self._delete(index)

    @property
    def _patient(self) -> Elasticsearch:
        return self.client.options(request_timeout=PATIENCE)

    @property
    def _former(self) -> str:
        return self._index(_FORMER)

    def _index(self, name: str) -> str:
        return f"{self.alias}~{name}"

    def _name(self, index: str) -> str:
        return index.removeprefix(f"{self.alias}~")

    def _behind(self, alias: str) -> str:
        """The index that ``alias`` stands for; empty when it stands for none."""
        with answering():
            found = self._patient.options(ignore_status=404).indices.get_alias(name=alias)
        return next(
            (index for index, about in found.body.items() if isinstance(about, dict) and "aliases" in about), ""
        )

    def _exists(self, index: str) -> bool:
        with answering():
            return bool(self._patient.indices.exists(index=index))

    def _make_ready(self, index: str) -> None:
        """Copies are made before anybody asks; a cluster with too few nodes for them is not waited for very long."""
        with answering():
            self._patient.indices.put_settings(index=index, settings=serving_settings(replicas=self.replicas))
            self._patient.indices.refresh(index=index)
            self._patient.options(ignore_status=408).cluster.health(index=index, wait_for_status="green", timeout="10s")

    def _point(self, *, serving: str, former: str) -> None:
        """Both aliases change in one step, so that no question finds none."""
        actions: list[dict[str, Any]] = [
            {"remove": {"index": f"{self.alias}~*", "aliases": [self.alias, self._former], "must_exist": False}},
            {"add": {"index": serving, "alias": self.alias}},
        ]
        if former:
            actions.append({"add": {"index": former, "alias": self._former}})
        with answering():
            self._patient.indices.update_aliases(actions=actions)

    def _delete(self, index: str) -> None:
        with answering():
            self._patient.indices.delete(index=index)

    def _state(self, index: str, about: dict[str, Any]) -> IndexState:
        is_serving = self.alias in about["aliases"]
        with answering():
            if not is_serving:
                self._patient.indices.refresh(index=index)
            count = self._patient.count(index=index, query={"term": {"alive": True}})["count"]
        created = int(about["settings"]["index"]["creation_date"]) / 1000
        return IndexState(self._name(index), is_serving, count, dt.datetime.fromtimestamp(created, dt.UTC))
