"""The former name of ``publish_scheduled``, which Wagtail still carries."""

from disclosure_pages.clearance.management.commands.publish_scheduled import Command

__all__ = ["Command"]
