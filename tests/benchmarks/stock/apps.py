from django.apps import AppConfig


class StockConfig(AppConfig):
    """Installed by the benchmark's settings only."""

    name = "tests.benchmarks.stock"
    label = "stock"
