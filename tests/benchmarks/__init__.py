"""Benchmarks: ratios taken in one run. Run one with ``uv run python -m tests.benchmarks.<name>``."""
