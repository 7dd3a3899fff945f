"""How Django knows this package."""

from django.apps import AppConfig


class ClassificationConfig(AppConfig):
    name = "disclosures.classification"
    label = "classification"
    verbose_name = "科目和区划"
    default_auto_field = "django.db.models.BigAutoField"
