"""Whether a database has the tables that this version of the site expects."""

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.executor import MigrationExecutor


def missing_migrations(using: str = DEFAULT_DB_ALIAS) -> list[str]:
    """The names of those that `migrate` would apply."""
    executor = MigrationExecutor(connections[using])
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]
