"""The settings of our own suite: those that every plug-in's tests use, with a sample plug-in and a hostile one."""

from __future__ import annotations

import os

os.environ["TEST_PLUGINS"] = "tests.plugins.sample.manifest:MANIFEST,tests.plugins.hostile.manifest:MANIFEST"

from cms.settings.test import *  # noqa: F403 (the environment is read by it)
