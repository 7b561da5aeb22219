"""The way to the cluster, and what it means when it does not answer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from search.engines.contract import EngineAway

if TYPE_CHECKING:
    from elasticsearch import Elasticsearch

#: Seconds for what takes longer than a reader would wait: a chunk of changes, a new index.
PATIENCE: Final = 60
#: Answers that say: not now, not here, not for you. Whatever else fails is a mistake of ours and is raised as it is.
AWAY: Final = frozenset({401, 403, 404, 408, 429})
#: Answers after which another node is asked.
ASK_ANOTHER: Final = (429, 502, 503, 504)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Where the nodes are and how to sign in: by API key, by user and password, or not at all. ``timeout``: seconds."""

    urls: tuple[str, ...]
    api_key: str = ""
    user: str = ""
    password: str = ""
    ca_file: str = ""
    timeout: float = 5.0
    retries: int = 2


def connect(cluster: Cluster) -> Elasticsearch:
    """A client, loaded with its library when the first one is needed. It connects when it is asked something."""
    from elasticsearch import Elasticsearch

    from .serializing import WholeCharacters

    return Elasticsearch(
        list(cluster.urls),
        request_timeout=cluster.timeout,
        max_retries=cluster.retries,
        retry_on_timeout=True,
        retry_on_status=ASK_ANOTHER,
        serializers={WholeCharacters.mimetype: WholeCharacters()},
        **_credentials(cluster),
    )


@contextmanager
def answering() -> Iterator[None]:
    """Whatever keeps the cluster from answering is raised as :class:`EngineAway`."""
    from elastic_transport import ConnectionError as NotConnected
    from elastic_transport import ConnectionTimeout
    from elasticsearch import ApiError, UnsupportedProductError

    try:
        yield
    except (NotConnected, ConnectionTimeout, UnsupportedProductError) as error:
        raise EngineAway(f"Elasticsearch does not answer: {error}") from error
    except ApiError as error:
        if error.status_code in AWAY or error.status_code >= 500:
            raise EngineAway(f"Elasticsearch does not answer as it should: {error}") from error
        raise


def _credentials(cluster: Cluster) -> dict[str, Any]:
    given: dict[str, Any] = {"ca_certs": cluster.ca_file} if cluster.ca_file else {}
    if cluster.api_key:
        return given | {"api_key": cluster.api_key}
    if cluster.user:
        return given | {"basic_auth": (cluster.user, cluster.password)}
    return given
