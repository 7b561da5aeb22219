"""Checks shared by forms, API and models of the pages."""

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

validate_link = RegexValidator(
    r"\A(?:https?://[^\s/]+(?:/\S*)?|/(?!/)\S*)\Z",
    _("Write a full address that begins with https:// or http://, or a path on this site that begins with /."),
)
validate_phone = RegexValidator(
    r"\A[0-9+（(][0-9 ()（）+\-—转、,，/;；]{2,59}\Z",
    _("Write a phone number with digits; several numbers are separated by 、."),
)
