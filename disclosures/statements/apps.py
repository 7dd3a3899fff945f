"""How Django knows this package."""

from django.apps import AppConfig, apps


class StatementsConfig(AppConfig):
    name = "disclosures.statements"
    label = "statements"
    verbose_name = "决算公开"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from disclosures.audit.listening import watch_parts
        from disclosures.statements.legible import watch
        from disclosures.statements.models import PARTS

        watch_parts(part._meta.label for part in PARTS)
        watch(model for model in apps.get_models() if model.__module__.startswith("disclosures."))
