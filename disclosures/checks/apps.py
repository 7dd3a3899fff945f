"""How Django knows this package."""

from django.apps import AppConfig


class ChecksConfig(AppConfig):
    name = "disclosures.checks"
    label = "checks"
    verbose_name = "核对"
    default_auto_field = "django.db.models.BigAutoField"
