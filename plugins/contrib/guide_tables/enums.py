"""Kinds of columns."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class ColumnKind(TextChoices):
    """What the cells of a column hold."""

    TEXT = "text", pgettext_lazy("kind of a column", "Text")
    NUMBER = "number", pgettext_lazy("kind of a column", "Number")
    DAY = "day", pgettext_lazy("kind of a column", "Day")
    CHOICE = "choice", pgettext_lazy("kind of a column", "One of a list")
    PHONE = "phone", pgettext_lazy("kind of a column", "Phone number")
    URL = "url", pgettext_lazy("kind of a column", "Web address")
    ADDRESS = "address", pgettext_lazy("kind of a column", "Postal address")
    LONGITUDE = "longitude", pgettext_lazy("kind of a column", "Longitude (degrees)")
    LATITUDE = "latitude", pgettext_lazy("kind of a column", "Latitude (degrees)")


#: Compared and written as numbers.
NUMERIC = frozenset({ColumnKind.NUMBER, ColumnKind.LONGITUDE, ColumnKind.LATITUDE})
