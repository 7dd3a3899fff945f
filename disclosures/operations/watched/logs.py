"""The log as Django is told of it: lines for people, or JSON for programs with a line for each request."""

from typing import Any

from pythonjsonlogger.core import RESERVED_ATTRS

_FIELDS = "{asctime} {levelname} {name} {message} {request_number}"


def logging_of(form: str, level: str) -> dict[str, Any]:
    """`form` is "line" or "json"; all goes to standard error, where systemd and containers take it up."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"number": {"()": "disclosures.operations.watched.numbers.WithNumber"}},
        "formatters": {
            "line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"},
            "json": {
                "()": "pythonjsonlogger.json.JsonFormatter",
                "format": _FIELDS,
                "style": "{",
                "rename_fields": {"asctime": "at", "levelname": "level"},
                "reserved_attrs": [*RESERVED_ATTRS, "request"],  # Django's own, which is no text
                "json_ensure_ascii": False,
            },
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": form, "filters": ["number"]}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            "django": {"handlers": [], "propagate": True},  # through the root, not also by mail
            "site.requests": {"level": level if form == "json" else "WARNING"},
            "axes": {"level": "WARNING"},  # each sign-in that works is no news
            "django_tasks_db": {"level": "WARNING"},  # each look at an empty queue is no news
        },
    }
