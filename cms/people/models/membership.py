from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from cms.people.enums import Role, Scope
from cms.people.querysets import MembershipQuerySet
from cms.people.rules import SCOPE_OF_ROLE, breaks_separation, roles_of_scope
from cms.tenancy.models import City, District, Unit


def _once_in_each_scope() -> list[models.UniqueConstraint]:
    """A role once a place: one constraint a scope, because NULLs differ from one another in a unique index."""
    places: dict[str, tuple[str, ...]] = {
        Scope.UNIT: ("unit",),
        Scope.DISTRICT: ("district",),
        Scope.CITY: ("city",),
        Scope.INSTALLATION: (),
    }
    return [
        models.UniqueConstraint(
            fields=["user", "role", *fields],
            condition=Q(role__in=roles_of_scope(scope)),
            name=f"gongkai_membership_once_in_{scope}",
        )
        for scope, fields in places.items()
    ]


class Membership(models.Model):
    """A person's role in a unit, a district, the city or the installation, from one day to another.

    Exactly the field of the role's scope is set. Days are inclusive, in Asia/Shanghai.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("person"), on_delete=models.CASCADE, related_name="memberships"
    )
    role = models.CharField(_("role"), max_length=20, choices=Role.choices)
    unit = models.ForeignKey(
        Unit, verbose_name=_("unit"), null=True, blank=True, on_delete=models.PROTECT, related_name="memberships"
    )
    district = models.ForeignKey(
        District,
        verbose_name=_("district"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="memberships",
    )
    city = models.ForeignKey(
        City, verbose_name=_("city"), null=True, blank=True, on_delete=models.PROTECT, related_name="memberships"
    )
    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("to"), null=True, blank=True, help_text=_("The last day, inclusive."))

    history = HistoricalRecords()
    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["user", "role"]
        constraints = [
            *_once_in_each_scope(),
            models.CheckConstraint(
                condition=Q(
                    role__in=roles_of_scope(Scope.UNIT), unit__isnull=False, district__isnull=True, city__isnull=True
                )
                | Q(
                    role__in=roles_of_scope(Scope.DISTRICT),
                    unit__isnull=True,
                    district__isnull=False,
                    city__isnull=True,
                )
                | Q(role__in=roles_of_scope(Scope.CITY), unit__isnull=True, district__isnull=True, city__isnull=False)
                | Q(
                    role__in=roles_of_scope(Scope.INSTALLATION),
                    unit__isnull=True,
                    district__isnull=True,
                    city__isnull=True,
                ),
                name="gongkai_membership_scope_matches_role",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(starts_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="gongkai_membership_days_in_order",
            ),
        ]

    def __str__(self) -> str:
        place = self.unit or self.district or self.city
        return f"{self.user} · {self.get_role_display()}" + (f" · {place}" if place else "")

    def clean(self) -> None:
        super().clean()
        self._clean_scope()
        self._clean_separation()

    def _clean_scope(self) -> None:
        scope = SCOPE_OF_ROLE.get(self.role)
        for field in (Scope.UNIT, Scope.DISTRICT, Scope.CITY):
            value = getattr(self, f"{field.value}_id")
            if field == scope and value is None:
                raise ValidationError({field.value: _("This role needs a value here.")})
            if field != scope and value is not None:
                raise ValidationError({field.value: _("This role is not held here; leave it empty.")})

    def _clean_separation(self) -> None:
        if self.user_id is None:
            return
        others = Membership.objects.filter(user_id=self.user_id).exclude(pk=self.pk).values_list("role", flat=True)
        if breaks_separation([*others, self.role]):
            raise ValidationError(
                {"role": _("System, security and audit administration are never held by one account.")}
            )
