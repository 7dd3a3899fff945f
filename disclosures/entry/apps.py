"""How Django knows this package."""

from django.apps import AppConfig


class EntryConfig(AppConfig):
    name = "disclosures.entry"
    label = "entry"
    verbose_name = "填报"
    default_auto_field = "django.db.models.BigAutoField"
