"""The test kit for authors of plug-ins: two districts to try a plug-in in, and the contract that every plug-in keeps.

A plug-in's tests use three things: settings (``from cms.settings.test import *`` behind ``TEST_PLUGINS``), the fixtures
of ``plugins.testing.fixtures``, and a subclass of ``plugins.testing.contract.PluginContract``.
"""
