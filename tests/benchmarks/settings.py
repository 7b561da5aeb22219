"""Test settings with the stock page installed beside ours."""

from __future__ import annotations

from cms.settings.test import *  # noqa: F403
from cms.settings.test import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "tests.benchmarks.stock"]
