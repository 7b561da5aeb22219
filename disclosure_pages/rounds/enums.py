"""States and decisions of review rounds and of the yearly re-examination."""

from django.db import models
from django.utils.translation import pgettext_lazy


class RoundState(models.TextChoices):
    """States of a review round (清理), in their order; a round ends published, undone or cancelled."""

    PREPARING = "preparing", pgettext_lazy("review round", "In preparation")
    OPEN = "open", pgettext_lazy("review round", "Units decide")
    DECIDING = "deciding", pgettext_lazy("review round", "Second approval")
    CONCLUDED = "concluded", pgettext_lazy("review round", "Result in review")
    PUBLISHED = "published", pgettext_lazy("review round", "Result published")
    UNDONE = "undone", pgettext_lazy("review round", "Undone")
    CANCELLED = "cancelled", pgettext_lazy("review round", "Cancelled")


class Proposal(models.TextChoices):
    """What a unit proposes for a document."""

    KEEP = "keep", pgettext_lazy("review round", "Keep")
    AMEND = "amend", pgettext_lazy("review round", "Amend")
    REPEAL = "repeal", pgettext_lazy("review round", "Repeal")
    DECLARE_EXPIRED = "declare_expired", pgettext_lazy("review round", "Declare expired")


class ItemState(models.TextChoices):
    """Where a document of a round stands."""

    UNDECIDED = "undecided", pgettext_lazy("document of a review round", "Undecided")
    PROPOSED = "proposed", pgettext_lazy("document of a review round", "Proposed")
    RETURNED = "returned", pgettext_lazy("document of a review round", "Returned")
    APPROVED = "approved", pgettext_lazy("document of a review round", "Approved")


class ReexaminationState(models.TextChoices):
    """States of a yearly re-examination."""

    OPEN = "open", pgettext_lazy("re-examination", "Units decide")
    CONCLUDED = "concluded", pgettext_lazy("re-examination", "Result in review")
    PUBLISHED = "published", pgettext_lazy("re-examination", "Result published")


class Reexamined(models.TextChoices):
    """What comes of looking again at content that is not disclosed."""

    RELEASE = "release", pgettext_lazy("re-examination", "Release")
    KEEP = "keep", pgettext_lazy("re-examination", "Do not disclose")
