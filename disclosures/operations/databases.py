"""How Django is told of its databases: by their addresses, with what each kind needs."""

from typing import Any

import dj_database_url
from django.db import connections

SQLITE_OPTIONS = {
    "init_command": "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL",  # readers and the writer do not wait
    "timeout": 20,  # seconds a writer waits for another one
    "transaction_mode": "IMMEDIATE",  # take the write lock at the start, where waiting for it is still possible
}
# That the other side is gone without a word, as when a cable is pulled, is known after 25 seconds and not after hours;
# the server is told to look for it, too, so that nobody waits for what a lost process had locked.
POSTGRESQL_OPTIONS = {
    "connect_timeout": 5,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 25_000,  # milliseconds
    "options": "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3",
}
POOL_WAIT = 5  # seconds for a connection of the pool; then the answer is that too many ask, or the database is away


def databases(url: str, reading_url: str = "", *, pool: int = 0, seconds: int = 0) -> dict[str, dict[str, Any]]:
    """The one at `url`; with PostgreSQL a second one for public pages, at `reading_url` or the same place.

    `pool` is the most connections that a process keeps to each, 0 one for each thread; `seconds` the most that a
    question of a public page may take.
    """
    default = database(url)
    if default["ENGINE"] != "django.db.backends.postgresql":
        return {"default": default}
    public = database(reading_url or url)
    for_reading = f"-c default_transaction_read_only=on -c statement_timeout={seconds}s"
    given = public.setdefault("OPTIONS", {})
    given["options"] = f"{given.get('options', '')} {for_reading}".strip()
    for each in (default, public):
        _share(each, pool)
    return {"default": default, "public": public}


def database(url: str) -> dict[str, Any]:
    """Django's description of the database at `url`, with the options above that its kind needs."""
    described: dict[str, Any] = {**dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True)}
    if described["ENGINE"] == "django.db.backends.sqlite3":
        described["OPTIONS"] = SQLITE_OPTIONS | described.get("OPTIONS", {})
    elif described["ENGINE"] == "django.db.backends.postgresql":
        described["OPTIONS"] = POSTGRESQL_OPTIONS | described.get("OPTIONS", {})
    return described


def let_go() -> None:
    """Close every connection of this process, those of pools too: a process that is forked off must not have them."""
    for connection in connections.all(initialized_only=True):
        connection.close()
        if hasattr(connection, "close_pool"):
            connection.close_pool()


def _share(described: dict[str, Any], most: int) -> None:
    """Let the threads of a process share connections, which then live as long as the pool likes."""
    if most:
        described["CONN_MAX_AGE"] = 0
        described.setdefault("OPTIONS", {})["pool"] = {
            "min_size": 1,
            "max_size": most,
            "timeout": POOL_WAIT,
            "reconnect_timeout": POOL_WAIT,  # then it begins anew: what waits twice as long each time comes back late
        }
