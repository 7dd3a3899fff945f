"""How Django knows this package, how the guards outlive a migration, and what else makes pages new."""

from django.apps import AppConfig, apps
from django.db import connections
from django.db.models.signals import post_delete, post_migrate, post_save, pre_migrate

from disclosures.classification.signals import lists_changed


class PublicationConfig(AppConfig):
    name = "disclosures.publication"
    label = "publication"
    verbose_name = "发布"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        pre_migrate.connect(lift_for_sqlite, sender=self)
        post_migrate.connect(install_guards, sender=self)
        lists_changed.connect(renew_pages)
        for model in ("Region", "RegionChange"):
            post_save.connect(renew_pages, sender=f"classification.{model}")
            post_delete.connect(renew_pages, sender=f"classification.{model}")


def lift_for_sqlite(*, using, plan=(), **kwargs):
    """SQLite changes a table by building it anew, which loses its triggers and stumbles over those that name it.

    After a migration that failed half-way they are back with the next `migrate` that succeeds.
    """
    from disclosures.publication.guarding import triggers

    if plan and connections[using].vendor == "sqlite":
        triggers.lift(connections[using])


def install_guards(*, using, apps=apps, **kwargs):
    """Guard the tables as they are now; nothing to do before this package has come to be."""
    from disclosures.publication.guarding import triggers

    if "publication" in {model._meta.app_label for model in apps.get_models()}:
        triggers.install(apps, connections[using])


def renew_pages(**kwargs):
    """Pages show where a unit lies: what was answered before the lists changed is not current any more."""
    from disclosures.publication.models import PublicationCounter

    if PublicationCounter.current():
        PublicationCounter.advance()
