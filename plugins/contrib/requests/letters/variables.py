"""Variables of letters: ``{{number}}`` in a template stands for what the case says.

What nobody has said yet stays as it is written, so that it is seen, and a letter with such a gap cannot be approved.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

#: Each variable and what it stands for.
VARIABLES: Mapping[str, str | Promise] = {
    "organ": pgettext_lazy("variable", "Organ that answers"),
    "applicant": pgettext_lazy("variable", "Applicant"),
    "number": pgettext_lazy("variable", "Registration number of the application"),
    "submitted_on": pgettext_lazy("variable", "Day on which it was sent"),
    "received_on": pgettext_lazy("variable", "Day of receipt"),
    "title": pgettext_lazy("variable", "Name of the information"),
    "due_on": pgettext_lazy("variable", "Day on which the answer is due"),
    "basis": pgettext_lazy("variable", "Legal basis"),
    "reason": pgettext_lazy("variable", "Reasons of the decision"),
    "given": pgettext_lazy("variable", "What is given, or where it is public"),
    "items": pgettext_lazy("variable", "What is to be corrected"),
    "period": pgettext_lazy("variable", "Working days for the correction"),
    "days": pgettext_lazy("variable", "Working days of the extension"),
    "third_party": pgettext_lazy("variable", "Third party or organ that is asked"),
    "answer_by": pgettext_lazy("variable", "Day by which whoever is asked answers"),
    "target": pgettext_lazy("variable", "Organ that is responsible, with address"),
    "fee": pgettext_lazy("variable", "Fee in yuan"),
    "fee_lines": pgettext_lazy("variable", "How the fee comes about"),
    "pay_days": pgettext_lazy("variable", "Calendar days to pay the fee"),
    "pay_by": pgettext_lazy("variable", "Day by which the fee is paid"),
    "fee_effect": pgettext_lazy("variable", "What the fee does to the period for the answer"),
    "contact": pgettext_lazy("variable", "Whom to ask"),
    "phone": pgettext_lazy("variable", "Telephone of the desk"),
    "address": pgettext_lazy("variable", "Address of the desk"),
    "reconsideration_organ": pgettext_lazy("variable", "Organ of reconsideration"),
    "court": pgettext_lazy("variable", "Court"),
}
#: Those that the letter details of the district say, and no case.
DETAILS: Final = ("organ", "contact", "phone", "address", "reconsideration_organ", "court")
_VARIABLE = re.compile(r"\{\{\s*(.*?)\s*\}\}", re.DOTALL)


class UnknownVariable(ValueError):
    """A template names a variable that there is not; ``str()`` says which."""


def variables_in(text: str) -> list[str]:
    """Each name once, in the order of the text."""
    return list(dict.fromkeys(_VARIABLE.findall(text)))


def check_variables(texts: Iterable[str]) -> None:
    """Raise :class:`UnknownVariable` that names those which there are not, and braces that are not closed."""
    written = "\n".join(texts)
    unknown = [name for name in variables_in(written) if name not in VARIABLES]
    if unknown:
        names = ", ".join(f"{{{{{name}}}}}" for name in unknown)
        raise UnknownVariable(_("There is no variable %(names)s. See the list of variables.") % {"names": names})
    rest = _VARIABLE.sub("", written)
    if "{{" in rest or "}}" in rest:
        raise UnknownVariable(_("A variable is not closed: write {{number}}."))


def fill(text: str, values: Mapping[str, str]) -> str:
    """``text`` with all that is known."""
    check_variables([text])
    return fill_known(text, values)


def fill_known(text: str, values: Mapping[str, str]) -> str:
    """The same with a text that somebody changed by hand: what there is not stays as it is written."""
    return _VARIABLE.sub(lambda found: values.get(found[1]) or found[0], text)


def gaps_in(text: str) -> list[str]:
    """What still has to be said, in words."""
    return labels_of(variables_in(text))


def split_gaps(text: str) -> list[tuple[str, bool]]:
    """The text in pieces: words, and names of variables, which are ``True``."""
    return [(part, place % 2 == 1) for place, part in enumerate(_VARIABLE.split(text))]


def labels_of(names: Iterable[str]) -> list[str]:
    """What variables stand for, in words."""
    return [str(VARIABLES.get(name, name)) for name in names]
