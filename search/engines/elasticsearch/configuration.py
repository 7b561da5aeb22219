"""The engine as the settings describe it."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from disclosure_pages.documents.force.enums import LegalForce

from .connection import Cluster
from .engine import ElasticsearchEngine


def configured() -> ElasticsearchEngine:
    """Raises ``ImproperlyConfigured`` when no address is set."""
    given = settings.ELASTICSEARCH
    if not given["urls"]:
        raise ImproperlyConfigured("The search engine is elasticsearch, but ELASTICSEARCH_URLS is not set.")
    return ElasticsearchEngine(
        cluster=configured_cluster(),
        alias=given["index"],
        forces=tuple(LegalForce.values),
        shards=given["shards"],
        replicas=given["replicas"],
    )


def configured_cluster() -> Cluster:
    """Where the settings say that the cluster is."""
    given = settings.ELASTICSEARCH
    return Cluster(
        urls=tuple(given["urls"]),
        api_key=given["api_key"],
        user=given["user"],
        password=given["password"],
        ca_file=given["ca_file"],
        timeout=given["timeout"],
        retries=given["retries"],
    )
