"""The settings of our own suite: those that every plug-in's tests use, with the sample plug-in."""

from __future__ import annotations

import os

os.environ["TEST_PLUGINS"] = "tests.plugins.sample.manifest:MANIFEST"

from cms.settings.test import *  # noqa: E402, F403 (the environment is read by it)
