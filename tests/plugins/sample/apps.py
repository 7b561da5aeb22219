from django.apps import AppConfig


class SampleConfig(AppConfig):
    """The sample's app."""

    name = "tests.plugins.sample"
    label = "sample_plugin"
    verbose_name = "样例插件"
