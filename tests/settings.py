"""The settings of our own suite: those that every plug-in's tests use, with a sample plug-in and a hostile one."""

from __future__ import annotations

import logging
import os

os.environ["TEST_PLUGINS"] = "tests.plugins.sample.manifest:MANIFEST,tests.plugins.hostile.manifest:MANIFEST"

from cms.settings.test import *  # noqa: F403 (the environment is read by it)
from cms.settings.test import LOGGING


def is_not_of_the_hostile_one(record: logging.LogRecord) -> bool:
    """What it does wrong is meant; every process would begin with pages of it, and end its output with them."""
    return getattr(record, "plugin", "") != "hostile"


_quiet = {"()": "django.utils.log.CallbackFilter", "callback": is_not_of_the_hostile_one}
LOGGING = {
    **LOGGING,
    "filters": {"not_of_the_hostile_one": _quiet},
    "handlers": {"stderr": {**LOGGING["handlers"]["stderr"], "filters": ["not_of_the_hostile_one"]}},
}
