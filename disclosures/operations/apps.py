"""How Django knows this package, and that the site's role has its rights after every `migrate`."""

from typing import Any

from django.apps import AppConfig, apps
from django.conf import settings
from django.db import connections
from django.db.models.signals import post_migrate


class OperationsConfig(AppConfig):
    name = "disclosures.operations"
    label = "operations"
    verbose_name = "运行"

    def ready(self) -> None:
        import disclosures.operations.checks  # noqa: F401  # registers itself

        # Once, when all tables are there; who has no models of its own, as this package, is not told.
        post_migrate.connect(grant_rights, sender=apps.get_app_config("publication"))


def grant_rights(*, using: str, **kwargs: Any) -> None:
    """To the role that serves the site, where migrations are run by another."""
    from disclosures.operations.rights import grant

    if settings.APPLICATION_ROLE and connections[using].vendor == "postgresql":
        grant(settings.APPLICATION_ROLE, connections[using])
