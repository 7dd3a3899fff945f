"""How Django knows this package."""

from django.apps import AppConfig


class ExportsConfig(AppConfig):
    name = "disclosures.exports"
    label = "exports"
    verbose_name = "下载"
    default_auto_field = "django.db.models.BigAutoField"
