"""How Django is told of a database: by its address, with what each kind needs."""

from typing import Any

import dj_database_url

SQLITE_OPTIONS = {
    "init_command": "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL",  # readers and the writer do not wait
    "timeout": 20,  # seconds a writer waits for another one
    "transaction_mode": "IMMEDIATE",  # take the write lock at the start, where waiting for it is still possible
}


def database(url: str) -> dict[str, Any]:
    """Django's description of the database at `url`; SQLite comes with the options above."""
    described: dict[str, Any] = {**dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True)}
    if described["ENGINE"] == "django.db.backends.sqlite3":
        described["OPTIONS"] = SQLITE_OPTIONS | described.get("OPTIONS", {})
    return described
