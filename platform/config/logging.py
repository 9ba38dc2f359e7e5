"""Logs: one JSON object a line on standard error, with request, community and account, and no personal data."""

import logging
import re
from typing import Any

import structlog
from structlog.types import EventDict, Processor

# PostgreSQL quotes the offending values on these lines of an error.
_DATABASE_ERROR = re.compile(r"^(?:psycopg\.|django\.db\.).*$", re.MULTILINE)
_QUOTED_VALUE = re.compile(
    r'(?<!relation )(?<!column )(?<!constraint )(?<!table )(?<!schema )(?<!index )(?<!function )"[^"\n]*"'
)
_QUOTING_LINE = re.compile(r"^\s*(DETAIL|CONTEXT|HINT|LINE \d+):.*$", re.MULTILINE)


def without_values(_logger: Any, _method: str, event: EventDict) -> EventDict:
    """Take out of a traceback what the database quotes of what somebody typed; names of tables stay."""
    for key in ("exception", "event"):
        if isinstance(event.get(key), str):
            text = _QUOTING_LINE.sub(r"\1: (left out)", event[key])
            event[key] = _DATABASE_ERROR.sub(lambda line: _QUOTED_VALUE.sub("(left out)", line.group()), text)
    return event


_SHARED: list[Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.processors.format_exc_info,
    without_values,
]


def logging_settings(*, readable: bool, level: str) -> dict[str, Any]:
    """Django's LOGGING: everything goes through structlog, as JSON or, for a person's eye, in columns."""
    renderer: Processor = (
        structlog.dev.ConsoleRenderer(colors=False)
        if readable
        else structlog.processors.JSONRenderer(ensure_ascii=False, default=str)
    )
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *_SHARED,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "structured": {
                "()": structlog.stdlib.ProcessorFormatter,
                "foreign_pre_chain": [structlog.stdlib.ExtraAdder(allow=("status_code",)), *_SHARED],
                "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
            }
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "structured"}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            # The request's own line (config.middleware.requests) says it with community and account.
            "django.server": {"level": "ERROR"},
            "django.request": {"level": "ERROR"},
            # On DEBUG it prints every statement with its parameters.
            "django.db.backends": {"level": logging.getLevelName(logging.INFO)},
        },
    }
