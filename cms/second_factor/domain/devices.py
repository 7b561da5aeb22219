"""One authenticator for each person: begun, confirmed by a first code, asked for at every sign-in, removed."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django_otp.plugins.otp_totp.models import TOTPDevice
from wagtail.log_actions import log

from cms.people.models import User

NAME = "authenticator"


def confirmed_device(*, user: User) -> TOTPDevice | None:
    """The authenticator that ``user`` has to give a code of, ``None`` when there is none."""
    return TOTPDevice.objects.filter(user=user, confirmed=True).first()


def begin_enrolment(*, user: User) -> TOTPDevice:
    """Return an authenticator that waits for its first code; the same one until then, so a reload changes nothing."""
    waiting = TOTPDevice.objects.filter(user=user, confirmed=False).first()
    return waiting or TOTPDevice.objects.create(user=user, name=NAME, confirmed=False)


@transaction.atomic
def confirm_enrolment(*, user: User, code: str) -> TOTPDevice | None:
    """Take the waiting authenticator into use when ``code`` is one of its codes; an older one is removed.

    Until a first code proves that the app has the secret, nothing is asked at sign-in: nobody locks themselves out.
    """
    waiting = TOTPDevice.objects.select_for_update().filter(user=user, confirmed=False).first()
    if waiting is None or not waiting.verify_token(code):
        return None
    TOTPDevice.objects.filter(user=user, confirmed=True).delete()
    waiting.confirmed = True
    waiting.save()
    log(instance=user, action="gongkai.second_factor.set_up", user=user, title=str(user))
    return waiting


@transaction.atomic
def verify_code(*, user: User, code: str) -> TOTPDevice | None:
    """The authenticator, when ``code`` is its code of the moment and was not used before; otherwise ``None``.

    After each wrong code the next attempt has to wait twice as long.
    """
    device = TOTPDevice.objects.select_for_update().filter(user=user, confirmed=True).first()
    if device is None or not device.verify_token(code):
        return None
    return device


@transaction.atomic
def remove_factor(*, user: User) -> bool:
    """Remove what a person who lost the app cannot use any more; whether there was anything."""
    removed, _details = TOTPDevice.objects.filter(user=user).delete()
    if removed:
        log(instance=user, action="gongkai.second_factor.reset", title=str(user))
    return bool(removed)


LOG_ACTIONS = {
    "gongkai.second_factor.set_up": (_("Set up a second factor"), _("Second factor set up")),
    "gongkai.second_factor.reset": (_("Reset a second factor"), _("Second factor removed by an administrator")),
}
