"""What can change about the public index."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class EventKind(models.TextChoices):
    """Of what the keys of an event are; it decides which pages are looked at again."""

    PAGES = "pages", _("Pages")
    SUBTREE = "subtree", _("Everything below a page")
    UNIT = "unit", _("Everything of a unit")
    DISTRICT = "district", _("Everything of a district")
    RECORDS = "records", _("Legal force of documents")
    FILE = "file", _("Text of a file")
    DOCUMENT_KIND = "document_kind", _("Documents of a kind")
    TOPIC = "topic", _("Documents of a topic")


class Delivery(models.TextChoices):
    """Who delivers changes to the engines."""

    THREAD = "thread", pgettext_lazy("who delivers", "A thread of the server")
    WORKER = "worker", pgettext_lazy("who delivers", "A worker of its own")
    NOBODY = "nobody", pgettext_lazy("who delivers", "Nobody")


class Direction(models.TextChoices):
    """Whether words find each other."""

    BOTH_WAYS = "both", pgettext_lazy("synonyms", "Each finds the others")
    ONE_WAY = "one_way", pgettext_lazy("synonyms", "Only the word finds the others")


class Trouble(models.TextChoices):
    """What the banner of the admin tells."""

    AWAY = "away", _("A search engine does not answer. What has changed is delivered when it is back.")
    LAG = "lag", _("Readers find an older state: changes have been waiting for the search for some time.")


class Listed(models.TextChoices):
    """Which searches the report lists; without a choice all, the most frequent first."""

    WITHOUT_HIT = "without_hit", _("Without a full hit")
    NEVER_OPENED = "never_opened", _("Found, and nothing was opened")
