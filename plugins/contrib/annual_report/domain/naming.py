"""What the disclosure office says of an issuer that names no unit: which unit it is, or that it is none of its own."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from plugins.api import District, Unit
from plugins.contrib.annual_report.exceptions import ReportRefused
from plugins.contrib.annual_report.models import OutsideIssuer

from .people import refuse_others


@transaction.atomic
def name_unit(*, unit: Unit, issuer: str, user: Any) -> None:
    """Keep ``issuer`` as an alias of ``unit``, whose documents count from the next counting on.

    Raises :class:`ReportRefused`, as when another unit goes by this name.
    """
    refuse_others(unit.district, user)
    alias = unit.aliases.model(unit=unit, name=issuer, source=_("Issuer of documents in the library"))
    try:
        alias.full_clean()
    except ValidationError as error:
        raise ReportRefused(" ".join(error.messages)) from error
    alias.save()
    log(alias, "gongkai.annual.issuer_named", user=user, data={"unit": unit.name})


@transaction.atomic
def set_outside(*, district: District, issuer: str, user: Any) -> OutsideIssuer:
    """From now on documents of ``issuer`` are not listed any more as of nobody; raises :class:`ReportRefused`."""
    refuse_others(district, user)
    made, is_new = OutsideIssuer.objects.get_or_create(district=district, name=issuer)
    if is_new:
        log(made, "gongkai.annual.issuer_outside", user=user, data={"district": district.slug})
    return made


@transaction.atomic
def take_inside(*, district: District, issuer: str, user: Any) -> None:
    """Documents of ``issuer`` are listed again until it names a unit; raises :class:`ReportRefused`."""
    refuse_others(district, user)
    for one in OutsideIssuer.objects.filter(district=district, name=issuer):
        log(one, "gongkai.annual.issuer_inside", user=user, data={"district": district.slug}, deleted=True)
        one.delete()
