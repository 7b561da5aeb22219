"""Who issued the document: head, signature, title and the code in the number say it, and should agree."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from .head import mastheads
from .layout import Layout
from .results import Certainty, Field, Recognised, missing
from .spacing import tidy


@dataclass(frozen=True, slots=True)
class _Witness:
    """One part of the document that names the issuer, or several issuers together."""

    names: tuple[str, ...]
    evidence: str


def recognise_issuers(layout: Layout) -> tuple[Recognised, Recognised]:
    """The issuer, and those that issued the document with it."""
    witnesses = [
        witness for witness in (_signature(layout), _head(layout), _code(layout), _title(layout)) if witness.names
    ]
    if not witnesses:
        return missing(Field.ISSUER), missing(Field.JOINT_ISSUERS)
    names = _in_order(witnesses)
    agreeing = sum(1 for witness in witnesses if _same(witness.names[0], names[0]) or names[0] in witness.names)
    is_sure = agreeing > 1 or layout.issuers.is_known(names[0])
    issuer = Recognised(
        field=Field.ISSUER,
        value=names[0],
        evidence=next(witness.evidence for witness in witnesses if _is_named(names[0], witness)),
        certainty=Certainty.SURE if is_sure else Certainty.LIKELY,
        remark=_disagreement(witnesses, names),
    )
    return issuer, _joint(names, witnesses)


def _joint(names: tuple[str, ...], witnesses: list[_Witness]) -> Recognised:
    if len(names) == 1:
        return missing(Field.JOINT_ISSUERS)
    together = [witness for witness in witnesses if len(witness.names) > 1]
    are_agreed = len(together) > 1 and all(len(witness.names) == len(names) for witness in together)
    certainty = Certainty.SURE if are_agreed else Certainty.LIKELY
    return Recognised(Field.JOINT_ISSUERS, names[1:], together[0].evidence, certainty)


def _in_order(witnesses: list[_Witness]) -> tuple[str, ...]:
    """All names, the leading organ first: it is the first of the head, or of the part that names most."""
    longest = max(witnesses, key=lambda witness: len(witness.names))
    names = list(longest.names)
    for witness in witnesses:
        if len(witness.names) > 1:
            names += [name for name in witness.names if not any(_same(name, other) for other in names)]
    return tuple(names)


def _signature(layout: Layout) -> _Witness:
    signature = layout.signature
    return _Witness(_known(layout, signature.organs), layout.evidence(signature.indices[:-1] or signature.indices))


def _head(layout: Layout) -> _Witness:
    found = mastheads(layout.head, layout.lines, layout.issuers)
    return _Witness(_known(layout, tuple(name for name, _evidence in found)), " ".join(line for _name, line in found))


def _code(layout: Layout) -> _Witness:
    number, at = layout.head.number, layout.head.number_at
    name = layout.issuers.codes.get(number.agency_key, "") if number else ""
    return _Witness((name,) if name else (), layout.lines[at].evidence if at is not None else "")


def _title(layout: Layout) -> _Witness:
    """The organ in front of “关于”."""
    title = "".join(layout.texts(layout.title))
    organ = tidy(title.partition("关于")[0])
    names = (organ,) if "关于" in title and layout.issuers.looks_like_organ(organ) else ()
    return _Witness(_known(layout, names), layout.evidence(layout.title))


def _known(layout: Layout, names: tuple[str, ...]) -> tuple[str, ...]:
    """Names without repetition; the document's own spelling stays, as it is what was printed."""
    return tuple(dict.fromkeys(name for name in names if name))


def _same(first: str, second: str) -> bool:
    """Whether two names are one, perhaps without the city in front."""
    return first.endswith(second) or second.endswith(first)


def _is_named(name: str, witness: _Witness) -> bool:
    return any(_same(name, other) for other in witness.names)


def _disagreement(witnesses: list[_Witness], names: tuple[str, ...]) -> str:
    others = {name for witness in witnesses for name in witness.names if not any(_same(name, known) for known in names)}
    if not others:
        return ""
    return _("The document also names %(names)s as its issuer.") % {"names": "、".join(sorted(others))}
