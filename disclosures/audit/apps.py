"""How Django knows this package, what it listens to, and that its table is guarded after every `migrate`."""

from django.apps import AppConfig, apps
from django.db import connections
from django.db.models.signals import post_migrate


class AuditConfig(AppConfig):
    name = "disclosures.audit"
    label = "audit"
    verbose_name = "修改记录"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from disclosures.audit import listening, signing_in

        listening.begin()
        signing_in.begin()
        post_migrate.connect(guard, sender=self)


def guard(*, using, apps=apps, **kwargs):
    """Guard the table as it is now; nothing to do before this package has come to be."""
    from disclosures.audit.guarding import install

    if "audit" in {model._meta.app_label for model in apps.get_models()}:
        install(connections[using])
