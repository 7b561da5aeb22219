"""Codes of an authenticator app: set up, asked for, required, reset."""

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django_otp.oath import TOTP
from wagtail.models import ModelLogEntry

from cms.second_factor.domain.devices import begin_enrolment, confirm_enrolment, confirmed_device, verify_code
from tests.factories.people import PASSWORD, make_superuser

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    return make_superuser("zhang")


def _code(device, *, later: int = 0) -> str:
    """The code that the app shows now, or ``later`` steps of half a minute on."""
    totp = TOTP(device.bin_key, device.step, device.t0, device.digits)
    totp.drift = later
    return f"{totp.token():06}"


def _enrol(user):
    device = begin_enrolment(user=user)
    assert confirm_enrolment(user=user, code=_code(device)) == device
    return device


def _sign_in(client, code=""):
    data = {"username": "zhang", "password": PASSWORD, "code": code}
    return client.post(reverse("wagtailadmin_login"), data)


def _is_signed_in(client) -> bool:
    return client.get(reverse("wagtailadmin_account")).status_code == 200


def test_sign_in_without_second_factor(client, person):
    _sign_in(client)

    assert _is_signed_in(client)


def test_sign_in_while_enrolment_waits(client, person):
    begin_enrolment(user=person)

    _sign_in(client)

    assert _is_signed_in(client)


@pytest.mark.parametrize("code", ["", "000000", "abcdef"])
def test_sign_in_with_wrong_code(client, person, code):
    _enrol(person)

    response = _sign_in(client, code)

    assert response.status_code == 200
    assert response.context["form"].has_error("__all__", "code")
    assert not _is_signed_in(client)


def test_sign_in_with_code(client, person):
    device = _enrol(person)

    _sign_in(client, _code(device, later=1))

    assert _is_signed_in(client)


def test_code_is_taken_once(person):
    device = _enrol(person)

    assert verify_code(user=person, code=_code(device)) is None
    assert verify_code(user=person, code=_code(device, later=1)) is None  # the failure has to be waited out


def test_code_of_somebody_else(person):
    _enrol(person)
    other = make_superuser("li")

    assert verify_code(user=person, code=_code(_enrol(other), later=1)) is None


def test_confirm_enrolment_with_wrong_code(person):
    begin_enrolment(user=person)

    assert confirm_enrolment(user=person, code="000000") is None
    assert confirmed_device(user=person) is None


def test_confirm_enrolment_replaces_the_former_app(person):
    former = _enrol(person)
    latter = _enrol(person)

    assert former != latter
    assert confirmed_device(user=person) == latter


def test_set_up_on_the_screen(client, person):
    client.force_login(person)
    address = reverse("gongkai_second_factor:set_up")

    shown = client.get(address)
    device = begin_enrolment(user=person)
    client.post(address, {"code": _code(device)})

    assert shown.context["picture"].startswith("data:image/svg+xml")
    assert confirmed_device(user=person) == device
    assert client.session["otp_device_id"] == device.persistent_id


def test_set_up_with_wrong_code(client, person):
    client.force_login(person)

    response = client.post(reverse("gongkai_second_factor:set_up"), {"code": "000000"})

    assert response.context["form"].has_error("code", "code")
    assert confirmed_device(user=person) is None


def test_required_leads_to_the_screen(client, person, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    client.force_login(person)

    home = client.get(reverse("wagtailadmin_home"))

    assert home.url == reverse("gongkai_second_factor:set_up")
    assert client.get(home.url).status_code == 200


@pytest.mark.parametrize("name", ["wagtailadmin_account", "wagtailadmin_explore_root", "wagtailusers_users:index"])
def test_required_makes_others_strangers(client, person, settings, name):
    settings.SECOND_FACTOR_REQUIRED = True
    client.force_login(person)

    response = client.get(reverse(name))

    assert response.url.startswith(reverse("wagtailadmin_login"))


def test_required_and_given(client, person, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    _sign_in(client, _code(_enrol(person), later=1))

    assert _is_signed_in(client)


def test_reset(person):
    _enrol(person)

    call_command("second_factor", "reset", "zhang")

    actions = ModelLogEntry.objects.filter(object_id=person.pk).values_list("action", flat=True)
    assert confirmed_device(user=person) is None
    assert sorted(actions) == ["gongkai.second_factor.reset", "gongkai.second_factor.set_up"]


@pytest.mark.parametrize("name", ["zhang", "nobody"])
def test_reset_of_nothing(person, name):
    with pytest.raises(CommandError):
        call_command("second_factor", "reset", name)
