"""How Django knows this package, and how the guards outlive a migration."""

from django.apps import AppConfig, apps
from django.db import connections
from django.db.models.signals import post_migrate, pre_migrate


class PublicationConfig(AppConfig):
    name = "disclosures.publication"
    label = "publication"
    verbose_name = "发布"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        pre_migrate.connect(lift_for_sqlite, sender=self)
        post_migrate.connect(install_guards, sender=self)


def lift_for_sqlite(*, using, plan=(), **kwargs):
    """SQLite changes a table by building it anew, which loses its triggers and stumbles over those that name it.

    After a migration that failed half-way they are back with the next `migrate` that succeeds.
    """
    from disclosures.publication import triggers

    if plan and connections[using].vendor == "sqlite":
        triggers.lift(connections[using])


def install_guards(*, using, apps=apps, **kwargs):
    """Guard the tables as they are now; nothing to do before this package has come to be."""
    from disclosures.publication import triggers

    if "publication" in {model._meta.app_label for model in apps.get_models()}:
        triggers.install(apps, connections[using])
