"""How Django knows this package."""

from django.apps import AppConfig, apps


class StatementsConfig(AppConfig):
    name = "disclosures.statements"
    label = "statements"
    verbose_name = "决算公开"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from disclosures.statements.legible import watch

        watch(model for model in apps.get_models() if model.__module__.startswith("disclosures."))
