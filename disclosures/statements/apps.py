"""How Django knows this package."""

from django.apps import AppConfig


class StatementsConfig(AppConfig):
    name = "disclosures.statements"
    label = "statements"
    verbose_name = "决算公开"
    default_auto_field = "django.db.models.BigAutoField"
