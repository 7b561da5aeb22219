"""What a person's rights cost: 10 sections and 300, ours against stock Wagtail's policy.

Aim: with 300 sections the explorer answers at all (stock Wagtail fails on SQLite), at no more than 2x of 10 sections.
"""

from __future__ import annotations

from tests.benchmarks.harness import compare, start_installation


def main() -> None:
    start_installation()
    from django.db.utils import OperationalError
    from wagtail.models import Page
    from wagtail.permission_policies.pages import PagePermissionPolicy

    from cms.people.domain.groups import sync_rights
    from cms.people.enums import Role
    from cms.people.models import User
    from disclosure_pages.tree.permission_policies import TreePermissionPolicy
    from tests.benchmarks.seeding import seed_articles
    from tests.factories.people import make_membership, make_user
    from tests.factories.tenancy import make_unit
    from tests.factories.tree import make_column, make_section

    few, many = make_user("few"), make_user("many")
    columns = [make_column()]
    columns += [make_column(district=columns[0].district) for _ in range(29)]
    for number in range(300):
        section = make_section(column=columns[number % 30], unit=make_unit(columns[0].district))
        seed_articles(section, 10)
        make_membership(many, Role.EDITOR, unit=section.unit)
        if number < 10:
            make_membership(few, Role.EDITOR, unit=section.unit)
    for user in (few, many):
        sync_rights(user=user)

    def fresh(user: User) -> User:
        return User.objects.get(pk=user.pk)

    def explore(policy: PagePermissionPolicy, user: User) -> int:
        return policy.explorable_instances(fresh(user)).count()

    ours, stock = TreePermissionPolicy(), PagePermissionPolicy(Page)
    compare("explorable pages: ours, 300 sections / 10", lambda: explore(ours, many), lambda: explore(ours, few))
    compare("explorable pages, 10 sections: ours / stock", lambda: explore(ours, few), lambda: explore(stock, few))
    try:
        compare("explorable, 300 sections: ours / stock", lambda: explore(ours, many), lambda: explore(stock, many))
    except OperationalError as error:
        print(f"stock Wagtail, 300 sections: {error}")
    page = Page.objects.get(pk=section.pk)
    compare(
        "one page's rights: 300 sections / 10",
        lambda: page.permissions_for_user(fresh(many)).can_edit(),
        lambda: page.permissions_for_user(fresh(few)).can_edit(),
        times=10,
    )


if __name__ == "__main__":
    main()
