from django.core.exceptions import ValidationError


class FileRefused(ValidationError):
    """The file as a whole cannot be read; the message says why and what to do."""
