"""Closed lists of the item catalogue."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Column(models.TextChoices):
    """What a column of a catalogue holds (公开事项, 公开内容（要素） …); ``EXTRA`` is kept as it is written."""

    NUMBER = "number", _("Item number")
    FIRST = "first", _("First-level item")
    SECOND = "second", _("Second-level item")
    CONTENT = "content", _("Content elements")
    BASIS = "basis", _("Basis of disclosure")
    LIMIT = "limit", _("Time limit")
    BODY = "body", _("Disclosing body")
    CHANNEL = "channel", _("Channels and carriers")
    AUDIENCE = "audience", _("Audience")
    METHOD = "method", _("Way of disclosure")
    LEVEL = "level", _("Administrative level")
    EXTRA = "extra", _("Further column")


#: Columns in which something is chosen from a list: one cell with ticks in it, or a column for each option.
CHOICES = (Column.CHANNEL, Column.AUDIENCE, Column.METHOD, Column.LEVEL)
#: Columns that hold text, each at most once in a table.
TEXTS = (Column.NUMBER, Column.FIRST, Column.SECOND, Column.CONTENT, Column.BASIS, Column.LIMIT, Column.BODY)
#: What a city may fix for its districts: everything but the names and the number, which say what the item is.
ELEMENTS = (Column.CONTENT, Column.BASIS, Column.LIMIT, Column.BODY, *CHOICES)


class Option(models.TextChoices):
    """What can be chosen; ``OTHER`` stands for whatever is written besides."""

    WEBSITE = "website", _("Government website")
    GAZETTE = "gazette", _("Government gazette")
    NEW_MEDIA = "new_media", _("Accounts on Weibo and WeChat, and the app")
    PRESS = "press", _("Press conference or hearing")
    BROADCAST = "broadcast", _("Radio and television")
    PRINT = "print", _("Printed media")
    READING_POINT = "reading_point", _("Reading point")
    SERVICE_CENTRE = "service_centre", _("Government service centre")
    SERVICE_STATION = "service_station", _("Convenience station")
    ON_SITE = "on_site", _("At home or on the spot")
    NOTICE_BOARD = "notice_board", _("Notice board of the community, enterprise or village")
    PUSH = "push", _("Sent to those concerned")
    EVERYBODY = "everybody", _("The whole society")
    GROUP = "group", _("Particular groups")
    PROACTIVE = "proactive", _("Proactively")
    ON_REQUEST = "on_request", _("On request")
    PROVINCE = "province", _("Province")
    MUNICIPAL = "municipal", _("Prefecture-level city")
    COUNTY = "county", _("County or district")
    TOWNSHIP = "township", _("Township or subdistrict")
    OTHER = "other", _("Something else")


class LimitKind(models.TextChoices):
    """What a wording of 公开时限 asks for."""

    WORKING_DAYS = "working_days", _("Within working days")
    DAYS = "days", _("Within calendar days")
    AT_ONCE = "at_once", _("At once")
    YEARLY = "yearly", _("Each year before a day")
    DISPLAY = "display", _("On display for a period")
    UNPARSED = "unparsed", _("Only as text")


class CatalogueState(models.TextChoices):
    """A draft may change; a published version stays as it is for good."""

    DRAFT = "draft", _("Draft version")
    PUBLISHED = "published", _("Published version")


class LinkKind(models.TextChoices):
    """What is linked to an item; below a column, or a unit's section of one, everything counts."""

    CONTENT = "content", _("Content")
    COLUMN = "column", _("Column with everything below it")
    SERVICE = "service", _("Service at another address")


class Keeping(models.TextChoices):
    """How an item stands: whether it is published at all, and within its time limit."""

    NONE = "none", _("No publication yet")
    KEPT = "kept", _("Within its time limit")
    LATE = "late", _("Time limit missed")
    NOT_MEASURABLE = "not_measurable", _("Time limit not measurable")
