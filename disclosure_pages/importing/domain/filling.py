"""Values of a document from what was recognised in its file."""

from __future__ import annotations

import datetime as dt
from typing import Any

from disclosure_pages.documents.enums import EffectiveRule
from disclosure_pages.importing.recognition import Certainty, Field, Recognition
from disclosure_pages.importing.values import DocumentValues

from .lookup import Lookup

#: Fields that are taken over as they are.
_PLAIN = (
    Field.TITLE,
    Field.NUMBER,
    Field.ISSUER,
    Field.ADDRESSEES,
    Field.FORMED_ON,
    Field.ATTRIBUTE,
    Field.KEYWORDS,
    Field.INDEX_NUMBER,
)


def recognised_values(recognition: Recognition, *, lookup: Lookup, with_force: bool) -> DocumentValues:
    """What the file says of itself.

    ``with_force`` also takes over from when and until when it is in force. Somebody must look at these before: they
    are read from sentences, and whoever imports without looking finds them proposed in the editor.
    """
    fields: dict[str, Any] = {
        field.value: recognition[field].value for field in _PLAIN if recognition[field].value is not None
    }
    issuer, word = str(fields.get("issuer_name", "")), recognition[Field.KIND].value
    if isinstance(word, str):
        is_registered = not recognition[Field.REGISTRATION].is_missing
        fields["kind"] = lookup.kind_recognised(word, issuer=issuer, is_registered=is_registered)
    joint = recognition[Field.JOINT_ISSUERS].value
    fields["joint_issuers"] = joint if isinstance(joint, tuple) else ()
    if with_force:
        fields |= _force(recognition)
    return DocumentValues(issuing_unit=lookup.unit(issuer), **fields)


def _force(recognition: Recognition) -> dict[str, Any]:
    effective, expires = recognition[Field.EFFECTIVE_ON].value, recognition[Field.EXPIRES_ON]
    force: dict[str, Any] = {}
    if isinstance(effective, dt.date):
        force = {"effective_rule": EffectiveRule.ON_DAY.value, "effective_on": effective}
    if isinstance(expires.value, dt.date) and expires.certainty is not Certainty.MISSING:
        force["expires_on"] = expires.value
    return force
