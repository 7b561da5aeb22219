"""Who works in the demo: one person for every role, and the writers and moderators of the units with content."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cms.people.enums import Role
from cms.people.models import Membership, User
from cms.tenancy.models import District, Unit


@dataclass(frozen=True)
class Account:
    """A login that is printed. ``unit`` is a unit's code for the roles that are held in one."""

    username: str
    role: Role
    name: str
    unit: str = ""


ACCOUNTS = (
    Account("jiaoyu-bianji", Role.EDITOR, "教育局编辑", "jyj"),
    Account("jiaoyu-shenhe", Role.MODERATOR, "教育局审核员", "jyj"),
    Account("jiaoyu-yishenqing", Role.REQUEST_OFFICER, "教育局依申请公开经办人", "jyj"),
    Account("weijian-bianji", Role.EDITOR, "卫健局编辑", "wsjkj"),
    Account("weijian-shenhe", Role.MODERATOR, "卫健局审核员", "wsjkj"),
    Account("baomi-shencha", Role.CONFIDENTIALITY_REVIEWER, "保密审查员"),
    Account("gongkai-ban", Role.DISCLOSURE_OFFICE, "区政务公开办"),
    Account("hefa-shencha", Role.LEGAL_OFFICE, "区司法局合法性审核员"),
    Account("shi-jiancha", Role.CITY_AUDITOR, "市级检查员"),
    Account("zhuti-sheji", Role.THEME_DESIGNER, "主题设计员"),
    Account("yunwei", Role.OPERATOR, "运维员"),
    Account("xitong-guanli", Role.SYSTEM_ADMINISTRATOR, "系统管理员"),
    Account("anquan-guanli", Role.SECURITY_ADMINISTRATOR, "安全管理员"),
    Account("shenji-guanli", Role.AUDIT_ADMINISTRATOR, "审计管理员"),
)
MARKED = _("%(name)s (demo)")


def are_there() -> bool:
    """Whether the people of the demo have been made."""
    return User.objects.filter(is_demo=True).exists()


@transaction.atomic
def make_people(*, district: District, hash_of: Callable[[str], str]) -> None:
    """Make every account that is printed. ``hash_of`` gives the hash of the password of a user name."""
    for account in ACCOUNTS:
        user = _make_user(account.username, account.name, hash_of(account.username))
        Membership.objects.create(user=user, role=account.role, **_place(account, district))


def staff_of(unit: Unit) -> tuple[User, User]:
    """A writer and a moderator of ``unit``; those without a printed login cannot sign in."""
    found = [
        User.objects.filter(is_demo=True, memberships__unit=unit, memberships__role=role).first()
        or _make_colleague(unit, role)
        for role in (Role.EDITOR, Role.MODERATOR)
    ]
    return found[0], found[1]


def holder_of(role: Role) -> User:
    """The demo's only person with a role of the district."""
    return User.objects.get(is_demo=True, memberships__role=role)


def _make_colleague(unit: Unit, role: Role) -> User:
    user = _make_user(f"{unit.code}-{role.value}", f"{unit.name}{role.label}", make_password(None))
    Membership.objects.create(user=user, role=role, unit=unit)
    return user


def _make_user(username: str, name: str, password: str) -> User:
    return User.objects.create(
        username=username,
        display_name=str(MARKED % {"name": name}),
        email=f"{username}@demo.invalid",
        password=password,
        is_demo=True,
    )


def _place(account: Account, district: District) -> dict[str, object]:
    match account.role:
        case Role.EDITOR | Role.MODERATOR | Role.REQUEST_OFFICER:
            return {"unit": Unit.objects.get(district=district, code=account.unit)}
        case Role.CONFIDENTIALITY_REVIEWER | Role.DISCLOSURE_OFFICE | Role.LEGAL_OFFICE | Role.THEME_DESIGNER:
            return {"district": district}
        case Role.CITY_AUDITOR:
            return {"city": district.city}
        case _:
            return {}
