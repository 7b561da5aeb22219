"""Logging: one line an event on standard error, for people (``text``) or for machines (``json``)."""

from __future__ import annotations

from typing import Any

import structlog

FORMATS = ("text", "json")

# What happens to an event before it is written, whether it comes from structlog or from the standard library.
SHARED_PROCESSORS: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.ExtraAdder(),
    structlog.processors.TimeStamper(fmt="iso", utc=False),
]


def logging_config(*, level: str, log_format: str) -> dict[str, Any]:
    """Return Django's ``LOGGING``. Raises ``ValueError`` for a format that is neither ``text`` nor ``json``."""
    if log_format not in FORMATS:
        raise ValueError(f"LOG_FORMAT is {log_format!r}, not one of {', '.join(FORMATS)}")
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "structured": {
                "()": structlog.stdlib.ProcessorFormatter,
                "foreign_pre_chain": SHARED_PROCESSORS,
                "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, *_renderers(log_format)],
            },
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "structured"}},
        "root": {"handlers": ["stderr"], "level": level},
        # Django's own configuration gives this one handlers of its own; the root's is enough.
        "loggers": {
            "django": {"handlers": [], "level": level, "propagate": True},
            "django_tasks": {"level": "WARNING"},  # else two lines for every mail that is sent
            "elastic_transport": {"level": "ERROR"},  # else a line for every question
        },
    }


def configure_structlog() -> None:
    """Send structlog's events down the same road as the standard library's."""
    structlog.configure(
        processors=[*SHARED_PROCESSORS, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )


def _renderers(log_format: str) -> list[Any]:
    if log_format == "json":
        return [structlog.processors.dict_tracebacks, structlog.processors.JSONRenderer(ensure_ascii=False)]
    return [structlog.dev.ConsoleRenderer(colors=False, pad_event_to=0)]
