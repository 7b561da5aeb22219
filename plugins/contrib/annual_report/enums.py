"""Closed lists of the annual report."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Level(models.TextChoices):
    """Whose report it is."""

    UNIT = "unit", pgettext_lazy("level of an annual report", "Unit")
    DISTRICT = "district", pgettext_lazy("level of an annual report", "District")
    CITY = "city", pgettext_lazy("level of an annual report", "City")


class ReportState(models.TextChoices):
    """Where a report is between who fills it and who accepts it."""

    DRAFT = "draft", pgettext_lazy("state of an annual report", "Being filled in")
    SUBMITTED = "submitted", pgettext_lazy("state of an annual report", "Submitted")
    RETURNED = "returned", pgettext_lazy("state of an annual report", "Returned")
    ACCEPTED = "accepted", pgettext_lazy("state of an annual report", "Accepted")
    PUBLISHED = "published", pgettext_lazy("state of an annual report", "Published")


class Act(models.TextChoices):
    """What is done with a report."""

    FILL = "fill", pgettext_lazy("act on an annual report", "Fill in")
    COUNT = "count", pgettext_lazy("act on an annual report", "Count again")
    SUBMIT = "submit", pgettext_lazy("act on an annual report", "Submit")
    TAKE_BACK = "take_back", pgettext_lazy("act on an annual report", "Take back")
    ACCEPT = "accept", pgettext_lazy("act on an annual report", "Accept")
    RETURN = "return", pgettext_lazy("act on an annual report", "Return")
    PUBLISH = "publish", pgettext_lazy("act on an annual report", "Publish")
    WITHDRAW = "withdraw", pgettext_lazy("act on an annual report", "Take off the site")


class CountedAs(models.TextChoices):
    """What was found by counting. Nothing to count, a figure, “/” of all parts, and a source that failed are four."""

    NOTHING = "", pgettext_lazy("counted figure", "Nobody counts it")
    NUMBER = "number", pgettext_lazy("counted figure", "Counted")
    NONE = "none", pgettext_lazy("counted figure", "“/” in every part")
    UNAVAILABLE = "unavailable", pgettext_lazy("counted figure", "The source did not answer")


class EnteredAs(models.TextChoices):
    """What somebody wrote into a cell. Nothing at all, a figure (0 is one) and “/” are three different things."""

    NOTHING = "", pgettext_lazy("entered figure", "Nothing")
    NUMBER = "number", pgettext_lazy("entered figure", "Figure")
    NONE = "none", pgettext_lazy("entered figure", "“/”, there is no such thing")


class EvaluationKind(models.TextChoices):
    """By whom a unit's disclosure was evaluated (part one of the report)."""

    THIRD_PARTY = "third_party", _("Evaluation by a third party")
    SOCIAL = "social", _("Evaluation by the public")


class ReportingStep(models.TextChoices):
    """What is due on a reporting day."""

    UNIT = "unit", _("Units submit to the district")
    DISTRICT = "district", _("The district publishes its report")
    CITY = "city", _("The city rolls up its districts")
