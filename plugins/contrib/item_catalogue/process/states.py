"""Closed lists of the city process."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ItemState(models.TextChoices):
    """Where an item is between the district and the city."""

    DRAFT = "draft", pgettext_lazy("state of an item", "Being drafted")
    SUBMITTED = "submitted", pgettext_lazy("state of an item", "Submitted to the city")
    RETURNED = "returned", pgettext_lazy("state of an item", "Returned by the city")
    ACCEPTED = "accepted", pgettext_lazy("state of an item", "Accepted by the city")
    ADAPTING = "adapting", pgettext_lazy("state of an item", "Being adapted")
    ADAPTED = "adapted", pgettext_lazy("state of an item", "Adapted, waits for approval")
    APPROVED = "approved", pgettext_lazy("state of an item", "Approved by the city")
    PUBLISHED = "published", pgettext_lazy("state of an item", "Published with its catalogue")


class Act(models.TextChoices):
    """What is done with an item."""

    EDIT = "edit", pgettext_lazy("act on an item", "Edit")
    REMOVE = "remove", pgettext_lazy("act on an item", "Take out")
    SUBMIT = "submit", pgettext_lazy("act on an item", "Submit")
    TAKE_BACK = "take_back", pgettext_lazy("act on an item", "Take back")
    ACCEPT = "accept", pgettext_lazy("act on an item", "Accept")
    RETURN = "return", pgettext_lazy("act on an item", "Return")
    SUGGEST = "suggest", pgettext_lazy("act on an item", "Suggest a wording")
    ANSWER = "answer", pgettext_lazy("act on an item", "Answer a suggestion")
    COMMENT = "comment", pgettext_lazy("act on an item", "Comment")
    ADOPT = "adopt", pgettext_lazy("act on an item", "Adopt common elements")
    PUBLISH = "publish", pgettext_lazy("act on an item", "Publish")


class Step(models.TextChoices):
    """What an assignment waits for, in the order of the process."""

    DRAFT = "draft", pgettext_lazy("step of the process", "Draft and submit")
    AUDIT = "audit", pgettext_lazy("step of the process", "Audit")
    ADOPT = "adopt", pgettext_lazy("step of the process", "Common elements")
    ADAPT = "adapt", pgettext_lazy("step of the process", "Adapt")
    APPROVE = "approve", pgettext_lazy("step of the process", "Approve")
    PUBLISH = "publish", pgettext_lazy("step of the process", "Publish")
    DONE = "done", pgettext_lazy("step of the process", "Done")


class Tone(models.TextChoices):
    """How a deadline stands."""

    OVERDUE = "overdue", pgettext_lazy("deadline", "Overdue")
    SOON = "soon", _("Due within 5 days")
    FINE = "fine", _("In time")
    DONE = "done", _("Finished")


class Answer(models.TextChoices):
    """What became of a suggested wording."""

    OPEN = "open", pgettext_lazy("suggested wording", "Waits for an answer")
    TAKEN = "taken", pgettext_lazy("suggested wording", "Taken over")
    DECLINED = "declined", pgettext_lazy("suggested wording", "Declined")
    DROPPED = "dropped", pgettext_lazy("suggested wording", "Not needed any more")
