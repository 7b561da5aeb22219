"""Who reads single contents for another reason than a unit or a district.

The tree cannot know reviews, which stand on top of it; so the reason is installed here, as the gate's keepers are. It
is a condition, so that lists stay one query.
"""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import Q

from cms.people.domain.roles import Person

Reader = Callable[[Person], Q]
_readers: list[Reader] = []


def install_reader(reader: Reader) -> None:
    """Let people read the content for which the condition of ``reader`` holds."""
    if reader not in _readers:
        _readers.append(reader)


def read_by_reason(user: Person) -> Q:
    """Content that ``user`` reads by any of the installed reasons."""
    condition = Q(pk__in=[])
    for reader in _readers:
        condition |= reader(user)
    return condition
