"""Accounts: who keeps them, and that no screen of theirs gives any right."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from cms.people.enums import Role
from cms.people.models import User
from cms.people.permission_policies import AccountPolicy
from tests.factories.people import PASSWORD, make_person, make_superuser, make_user
from tests.factories.tenancy import make_district, make_unit

pytestmark = pytest.mark.django_db
NEW_PASSWORD = "a new and quite long one"


def client_of(user):
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def security():
    return make_person(Role.SECURITY_ADMINISTRATOR, "security")


def address(name, *args):
    return reverse(f"wagtailusers_users:{name}", args=args)


def account_data(**changes):
    return {"username": "li", "display_name": "李明", "email": "li@example.org", **changes}


def test_security_administrator_makes_an_account(security):
    data = account_data(password1=NEW_PASSWORD, password2=NEW_PASSWORD)
    client_of(security).post(address("add"), data)
    user = User.objects.get(username="li")
    assert (str(user), user.check_password(NEW_PASSWORD)) == ("李明", True)


def test_account_form_gives_no_rights(security):
    group = Group.objects.create(name="gongkai:role:operator")
    data = account_data(password1=NEW_PASSWORD, password2=NEW_PASSWORD, is_superuser="on", groups=[group.pk])
    client_of(security).post(address("add"), data)
    user = User.objects.get(username="li")
    assert (user.is_superuser, user.is_staff, user.groups.count()) == (False, False, 0)


@pytest.mark.parametrize("name", ["add", "edit"])
def test_account_form_of_a_superuser_has_no_groups_either(name):
    args = [make_user().pk] if name == "edit" else []
    page = client_of(make_superuser()).get(address(name, *args)).content.decode()
    assert 'name="is_superuser"' in page
    assert 'name="groups"' not in page


def test_security_administrator_resets_a_password(security):
    user = make_user("li")
    data = account_data(is_active="on", password1=NEW_PASSWORD, password2=NEW_PASSWORD)
    client_of(security).post(address("edit", user.pk), data)
    user.refresh_from_db()
    assert user.check_password(NEW_PASSWORD)


def test_security_administrator_switches_an_account_off(security):
    user = make_user("li")
    client_of(security).post(address("edit", user.pk), account_data())
    user.refresh_from_db()
    assert (user.is_active, user.check_password(PASSWORD)) == (False, True)


def test_security_administrator_has_no_way_to_a_superuser(security):
    root = make_superuser()
    client = client_of(security)
    assert "root" not in client.get(address("index")).content.decode()
    assert client.get(address("edit", root.pk)).status_code == 404
    assert client.post(address("edit", root.pk), account_data(password1="x", password2="x")).status_code == 404
    assert client.get(address("history", root.pk)).status_code == 404


@pytest.mark.parametrize("role", [Role.SYSTEM_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR, Role.OPERATOR])
def test_other_administrators_keep_no_accounts(role):
    client, other = client_of(make_person(role)), make_user("li")
    for name, args in (("index", []), ("add", []), ("edit", [other.pk]), ("delete", [other.pk])):
        assert client.get(address(name, *args)).status_code in (302, 404)


@pytest.mark.parametrize("place", ["district", "unit"])
def test_people_of_a_district_keep_no_accounts(place):
    district = make_district()
    role = Role.DISCLOSURE_OFFICE if place == "district" else Role.EDITOR
    where = {"district": district} if place == "district" else {"unit": make_unit(district)}
    assert client_of(make_person(role, **where)).get(address("index")).status_code == 302


@pytest.mark.parametrize("keeper", ["superuser", "security"])
def test_nobody_deletes_accounts_or_fills_groups_in_bulk(keeper, security):
    client = client_of(make_superuser() if keeper == "superuser" else security)
    user, group = make_user("li"), Group.objects.create(name="gongkai:role:operator")
    client.post(address("delete", user.pk))
    for action in ("delete", "assign_role"):
        url = reverse("wagtail_bulk_action", args=("gongkai_people", "user", action))
        client.post(f"{url}?id={user.pk}", {"role": group.pk, "id": user.pk})
    assert User.objects.filter(pk=user.pk).exists()
    assert not user.groups.exists()


def test_list_can_be_searched_by_name_and_filtered_by_role(security):
    make_person(Role.OPERATOR, "op")
    make_user("li", display_name="李明")
    client = client_of(security)
    assert ">li<" in client.get(address("index"), {"q": "李明"}).content.decode().replace(" ", "").replace("\n", "")
    page = client.get(address("index"), {"role": Role.OPERATOR}).content.decode()
    assert "op@" in page or "op" in page
    assert "李明" not in page


def test_policy_answers_agree_with_its_lists(security):
    policy, root, plain = AccountPolicy(User), make_superuser(), make_user()
    for user in (security, root, plain):
        listed = set(policy.instances_user_has_any_permission_for(user, ["change"]))
        asked = {one for one in User.objects.all() if policy.user_has_permission_for_instance(user, "change", one)}
        assert listed == asked
        assert (user in policy.users_with_any_permission(["change"])) is bool(listed)
