from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class PeopleConfig(AppConfig):
    """People and their roles."""

    name = "cms.people"
    label = "gongkai_people"
    verbose_name = _("People")
    default = True

    def ready(self) -> None:
        from . import receivers  # noqa: F401  (signal receivers connect on import)


class AccountsConfig(WagtailUsersAppConfig):
    """Wagtail's own app of accounts with our screens; its label must stay Wagtail's, for its migrations."""

    user_viewset = "cms.people.views.accounts.AccountViewSet"

    def ready(self) -> None:
        """Register our policy in the place of the model permissions that Wagtail would go by."""
        from django.contrib.auth.models import Group
        from wagtail.permissions import register_permission_policy

        from .models import User
        from .permission_policies import AccountPolicy

        register_permission_policy(User, AccountPolicy(User))
        register_permission_policy(Group)
