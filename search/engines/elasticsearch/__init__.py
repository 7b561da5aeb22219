"""The engine for large installations: an Elasticsearch 9 cluster, of which only core features are asked."""

from .configuration import configured

__all__ = ["configured"]
