"""How Django knows this package."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "disclosures.intake"
    label = "intake"
    verbose_name = "读取文件"
    default_auto_field = "django.db.models.BigAutoField"
