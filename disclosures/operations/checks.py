"""What `manage.py check --deploy --database default` says of the role that the site uses."""

from collections.abc import Sequence
from typing import Any

from django.core import checks
from django.db import connections

_OWNED = (
    "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' "
    "AND pg_has_role(current_user, relowner, 'USAGE')"
)

OWNER = "operations.W001"


@checks.register(checks.Tags.database, deploy=True)
def owns_nothing(databases: Sequence[str] | None = None, **kwargs: Any) -> list[checks.CheckMessage]:
    """On PostgreSQL the site's role should not own its tables."""
    asked = [connections[alias] for alias in databases or () if connections[alias].vendor == "postgresql"]
    return [_warning(connection.alias) for connection in asked if _owns(connection)]


def _owns(connection: Any) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(_OWNED)
        return bool(cursor.fetchone()[0])


def _warning(alias: str) -> checks.Warning:
    return checks.Warning(
        f"The role of the database '{alias}' owns its tables, so that the site could take its own guards away.",
        hint="Let another role own them and run migrate with APPLICATION_ROLE; see docs/operations.md.",
        id=OWNER,
    )
