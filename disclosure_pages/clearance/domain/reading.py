"""What people read because it came to their review."""

from __future__ import annotations

from django.db.models import BigIntegerField, Q
from django.db.models.functions import Cast
from wagtail.models import TaskState

from cms.people.domain.roles import Person, memberships_of
from cms.people.enums import Role
from disclosure_pages.clearance.models import LegalityReviewTask, RegistrationTask

TASKS = (LegalityReviewTask, RegistrationTask)


def brought_before_legal_office(user: Person) -> Q:
    """Content of the districts of whose legal office ``user`` is, as soon as it has come to one of its reviews.

    What it has judged stays readable for it. A condition without queries of its own, as every list of the admin asks.
    """
    stages = Q(task__in=TASKS[0].objects.values("pk")) | Q(task__in=TASKS[1].objects.values("pk"))
    came = TaskState.objects.filter(stages).annotate(page_key=Cast("workflow_state__object_id", BigIntegerField()))
    districts = memberships_of(user).filter(role=Role.LEGAL_OFFICE).values("district_id")
    return Q(district__in=districts, pk__in=came.values("page_key"))
